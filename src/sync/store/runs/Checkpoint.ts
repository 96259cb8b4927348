import type { Cursor, Scope } from '../../../sdk/index.js'

/** A scope that could not be read, and why. */
export type FailedScope = { code: string; key: string; label: string; message: string }

/** How far a run got. Committed together with the batch it speaks of. */
export type Checkpoint = {
  /** Where the current page of the scope starts; absent at the scope's beginning. */
  cursor?: Cursor
  /** Records of the current page that are committed already, by externalId. */
  done: string[]
  failedScopes: FailedScope[]
  /**
   * Whether the scope held something that could not be told apart, so that it proves no absence.
   */
  isDoubtful: boolean
  /** How often the scope was begun again because its cursor was lost. @default 0 */
  restarts?: number
  /** Index into the plan. */
  scope: number
  /** Reasons to doubt what was read, in words. */
  warnings: string[]
}

/** The scopes a run reads, listed once when it first starts. */
export type Plan = Scope[]

export const INITIAL_CHECKPOINT: Checkpoint = {
  done: [],
  failedScopes: [],
  isDoubtful: false,
  scope: 0,
  warnings: [],
}
