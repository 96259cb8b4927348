import { SyncError } from '../SyncError.js'

/** The provider did not answer, broke off, or answered with a failure of its own. */
export class UnavailableError extends SyncError {
  override readonly code = 'PROVIDER_UNAVAILABLE'
  override readonly isRetryable = true
  override readonly isWait: boolean
  override readonly name = 'UnavailableError'
  override readonly retryAfterMs: number | undefined
  /** That of the answer, where there was one: who answers can be reached. */
  readonly status: number | undefined

  constructor(
    message: string,
    {
      isWait = false,
      retryAfterMs,
      status,
    }: { isWait?: boolean; retryAfterMs?: number; status?: number } = {},
  ) {
    super(message)
    this.isWait = isWait
    this.retryAfterMs = retryAfterMs
    this.status = status
  }
}
