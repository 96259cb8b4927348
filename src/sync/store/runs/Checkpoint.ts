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
   * Whether the scope held something that could not be told apart, or was begun without noting whom
   * it lists, so that it proves no absence.
   */
  isDoubtful: boolean
  /**
   * What made the plan: the shape it has, and the version of the resource that knows its scopes.
   * Absent before there is a plan, and where a version made it that did not tell.
   */
  plannedBy?: { resource: number; shape: number }
  /** How often the scope was begun again because its cursor was lost. @default 0 */
  restarts?: number
  /** When the first page of the scope was asked for, in the database's time. Absent before. */
  saidAt?: string | undefined
  /** Index into the plan. */
  scope: number
  /** What is remembered of the pages of the scope so far. @default none were read */
  trail?: Trail
  /** Reasons to doubt what was read, in words. */
  warnings: string[]
  /** Pages by the way they were read, where there are several. @default nothing was said */
  ways?: Readonly<Record<string, number>> | undefined
}

/** One page of those before, and how far behind it is. */
export type Waymark = {
  hash: string
  /** How many pages on a later one takes its place. */
  limit: number
  since: number
}

/** What is remembered of a scope's pages, however many, to notice that they never end. */
export type Trail = {
  content?: Waymark
  cursor?: Waymark
  /** Empty pages in a row. */
  empty: number
  pages: number
}

/** The scopes a run reads, listed once when it first starts. */
export type Plan = Scope[]

/** Changes with whatever plans and checkpoints hold, so that no version misreads that of another. */
export const PLAN_SHAPE = 1

export const INITIAL_CHECKPOINT: Checkpoint = {
  done: [],
  failedScopes: [],
  isDoubtful: false,
  scope: 0,
  warnings: [],
}
