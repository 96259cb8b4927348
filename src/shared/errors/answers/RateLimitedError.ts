import { SyncError } from '../SyncError.js'

type RateLimitedErrorArgs = {
  message: string
  /** Milliseconds until the provider accepts requests again; absent when it did not say. */
  retryAfterMs?: number
}

/** The provider refused a request because its quota is spent. Repeat it after `retryAfterMs`. */
export class RateLimitedError extends SyncError {
  override readonly code = 'RATE_LIMITED'
  override readonly isRetryable = true
  override readonly name = 'RateLimitedError'
  override readonly retryAfterMs: number | undefined

  constructor({ message, retryAfterMs }: RateLimitedErrorArgs) {
    super(message)
    this.retryAfterMs = retryAfterMs
  }
}
