import { SyncError } from '../SyncError.js'

type RateLimitedErrorArgs = {
  /** @default false */
  isWait?: boolean
  message: string
  /** Milliseconds until the provider accepts requests again; absent when it did not say. */
  retryAfterMs?: number
}

/** The provider refused a request because its quota is spent. Repeat it after `retryAfterMs`. */
export class RateLimitedError extends SyncError {
  override readonly code = 'RATE_LIMITED'
  override readonly isRetryable = true
  override readonly isWait: boolean
  override readonly name = 'RateLimitedError'
  override readonly retryAfterMs: number | undefined

  constructor({ isWait = false, message, retryAfterMs }: RateLimitedErrorArgs) {
    super(message)
    this.isWait = isWait
    this.retryAfterMs = retryAfterMs
  }
}
