import type { JsonObject } from '../../../shared/json.js'
import type { FieldLocks, OpenConflicts } from './conflicts/OpenConflict.js'

/** Ids of documents, as text, by `resource/externalId` of the record that each holds. */
export type Targets = Record<string, string>

/**
 * What the plugin remembers of one record: which document it is, and what the provider last said.
 */
export type SyncRecord = {
  /** What the provider last said, mapped; references as externalIds. */
  base: JsonObject
  /** Fields in which the document and the provider differ; `null` where nobody noted any yet. */
  conflicts: null | OpenConflicts
  documentId: string
  externalId: string
  /** Of all that decided what the document holds; `null` when it must be looked at again. */
  hash: null | string
  /** Fields that are not written. */
  locks: FieldLocks
  mappingVersion: number
  /** What syncs replaced in the document lately, as `engine/stale` spells it. */
  replaced: JsonObject
  resource: string
  /**
   * Values by path that the document held when it was written, where the project's own hooks made
   * something else of what the provider said.
   */
  stored: JsonObject
  /**
   * Which documents its references led to when it was written, by path. A path is not there where
   * an editor's value stands, or where nothing was remembered.
   */
  targets: Record<string, Targets>
}
