type DeliveryErrorArgs = {
  /** What was answered, short. @default nothing */
  body?: null | string
  /** Whether it is of no use to try again. @default false */
  isFinal?: boolean
  /**
   * Whether it is this message that was not taken, and others may be. What comes after it does not
   * wait then. @default false
   */
  isRefused?: boolean
  message: string
  /** How long whoever refused it wants to be left alone. @default nobody said */
  retryAfterMs?: number
  /** Of HTTP. @default none */
  status?: null | number
}

/** A message was not taken by whoever it was sent to. */
export class DeliveryError extends Error {
  readonly body: null | string
  readonly isFinal: boolean
  readonly isRefused: boolean
  override readonly name = 'DeliveryError'
  readonly retryAfterMs: number | undefined
  readonly status: null | number

  constructor({
    body = null,
    isFinal = false,
    isRefused = false,
    message,
    retryAfterMs,
    status = null,
  }: DeliveryErrorArgs) {
    super(message)
    this.body = body
    this.isFinal = isFinal
    this.isRefused = isRefused
    this.retryAfterMs = retryAfterMs
    this.status = status
  }
}

/** Whether a message was not taken; also where a bundler has loaded this module twice. */
export const isDeliveryError = (value: unknown): value is DeliveryError =>
  value instanceof Error && value.name === 'DeliveryError'
