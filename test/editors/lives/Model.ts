import type { JsonValue } from '../../../src/shared/json.js'
import type { LifeField } from './KINDS.js'
import type { Variant } from './Life.js'

export type Values = Map<string, JsonValue>

export type ModelDocument = {
  isDraft: boolean
  isOpen: boolean
  /** By whom it was put into the trash. */
  trashedBy: 'nobody' | 'person' | 'sync'
  values: Values
}

/** What ought to be true of one record, by the rules as a person would say them. */
export type Model = {
  /** What the provider said last of each field, as far as it was merged. */
  base: Values
  /** Fields in conflict; those that were overwritten have the editor's value. */
  conflicts: Map<string, { editors: JsonValue; isOverwritten: boolean }>
  document: ModelDocument | null
  fields: readonly LifeField[]
  /** The document that a person has deleted. */
  grave: null | Values
  isListed: boolean
  /** Whether anything was ever stored. */
  isStored: boolean
  /** With what the provider had said when it was locked, if it had. */
  locks: Map<string, { before: JsonValue | undefined }>
  missing: 'deleted' | 'flagged' | 'no' | 'trashed' | 'unpublished'
  /** What the provider says now. */
  said: Values
  variant: Variant
  /** A word that could not be merged. */
  waiting: null | Values
}
