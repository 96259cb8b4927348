import type { JsonObject } from '../../shared/json.js'

/** The connection that is meant where none is named. */
export const DEFAULT_CONNECTION = 'default'

/** One set of credentials for a provider, as a project gives it in its config. */
export type ConnectionOptions = {
  /**
   * What to sign in with, by name. A value that is absent or blank is a problem: runs of this
   * connection are refused until it is there. None of them ever appears in a log line, error or
   * row.
   *
   * @default none
   */
  credentials?: Readonly<Record<string, string | undefined>>
  /**
   * What else is particular about it: the branches of a library.
   *
   * @default none
   */
  settings?: JsonObject
}

/** One set of credentials for a provider. */
export type Connection = {
  readonly credentials: Readonly<Record<string, string>>
  /** Whether it is used at all. @default true */
  readonly isActive?: boolean
  /** As people read it. @default the name */
  readonly label?: string
  /** Letters, digits and hyphens. Part of every run, so never rename it. */
  readonly name: string
  /** What is missing before it can be used, in words. Its runs are refused while there is any. */
  readonly problems: readonly string[]
  readonly settings: JsonObject
}
/** What the names of connections begin with that people entered, and no other's. */
export const STORED_PREFIX = 'stored--'

/** Whether a connection of this name was entered by a person, and not by the config. */
export const isStoredName = (name: string): boolean => name.startsWith(STORED_PREFIX)
