/**
 * Marks what any copy of this module made. A project may load it twice, once as it is published and
 * once inside a bundle; then `instanceof` tells the same error of the two copies apart.
 */
const BRAND = Symbol.for('payload-plugin-sync/error')

/**
 * What an error stops: the one part of a resource being read, or everything that still lies ahead.
 */
export type ErrorReach = 'run' | 'scope'

/**
 * Parent of every error this plugin throws on purpose. Its message is written for the person who
 * reads it in the admin panel: what happened, why, what happens next. It never holds a secret.
 * Recognise one by `isSyncError`, never by `instanceof`.
 */
export abstract class SyncError extends Error {
  /** Permanent name of the failure, in UPPER_SNAKE. Stored with the run; never renamed. */
  abstract readonly code: string

  /** Whether the same request may succeed later without anybody changing anything. */
  readonly isRetryable: boolean = false

  /**
   * Whether nothing failed: what was asked for has to wait, `retryAfterMs`, for longer than anybody
   * waits for it in place.
   */
  readonly isWait: boolean = false

  /** A `scope` failure leaves the other scopes of the run readable; a `run` failure ends it. */
  readonly reach: ErrorReach = 'run'

  /** Milliseconds until a repeat is welcome, where the provider said so. */
  readonly retryAfterMs: number | undefined = undefined

  get [BRAND](): true {
    return true
  }
}

/** Whether a value is an error of this plugin, and one with this code where one is named. */
export const isSyncError = (value: unknown, code?: string): value is SyncError =>
  typeof value === 'object' &&
  value !== null &&
  BRAND in value &&
  (code === undefined || ('code' in value && value.code === code))
