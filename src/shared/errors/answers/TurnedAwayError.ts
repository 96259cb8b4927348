import { SyncError } from '../SyncError.js'

type TurnedAwayErrorArgs = {
  /** @default false */
  isWait?: boolean
  message: string
  /** Milliseconds for which nobody asks again. */
  retryAfterMs?: number
}

/**
 * The provider does not want to be read for now: it forbids it, or asks whether a person is there.
 * Nobody asks again before `retryAfterMs` are over.
 */
export class TurnedAwayError extends SyncError {
  override readonly code = 'TURNED_AWAY'
  override readonly isRetryable = true
  override readonly isWait: boolean
  override readonly name = 'TurnedAwayError'
  override readonly retryAfterMs: number | undefined

  constructor({ isWait = false, message, retryAfterMs }: TurnedAwayErrorArgs) {
    super(message)
    this.isWait = isWait
    this.retryAfterMs = retryAfterMs
  }
}
