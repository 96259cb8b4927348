import type { Database } from '../Database.js'

/** Whose sign-in it is. */
export type AuthOwner = { connection: string; database: Database; provider: string }

/** How a connection is signed in, as it is stored. */
export type StoredAuth = {
  /** Renewals refused in a row. */
  failures: number
  /** Why the last sign-in or renewal was refused, without secrets; `null` when it went well. */
  reason: null | string
  /** `ok`, `refused` or `deactivated`. */
  status: string
  /** What is encrypted; `undefined` where nobody can decrypt it any more. */
  values: unknown
  version: number
}
