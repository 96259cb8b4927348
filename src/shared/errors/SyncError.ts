/** What an error stops: the one part of a resource being read, or everything that still lies ahead. */
export type ErrorReach = 'run' | 'scope'

/**
 * Parent of every error this plugin throws on purpose. Its message is written for the person who
 * reads it in the admin panel: what happened, why, what happens next. It never holds a secret.
 */
export abstract class SyncError extends Error {
  /** Permanent name of the failure, in UPPER_SNAKE. Stored with the run; never renamed. */
  abstract readonly code: string

  /** Whether the same request may succeed later without anybody changing anything. */
  readonly isRetryable: boolean = false

  /** A `scope` failure leaves the other scopes of the run readable; a `run` failure ends it. */
  readonly reach: ErrorReach = 'run'

  /** Milliseconds until a repeat is welcome, where the provider said so. */
  readonly retryAfterMs: number | undefined = undefined
}
