import type { JsonObject } from '../../../shared/json.js'

/**
 * What the plugin remembers of one record: which document it is, and what the provider last said.
 */
export type SyncRecord = {
  /** What the provider last said, mapped; references as externalIds. */
  base: JsonObject
  documentId: string
  externalId: string
  /** Of the mapped record; `null` when it must be looked at again whatever it says. */
  hash: null | string
  mappingVersion: number
  /** What syncs replaced in the document lately, as `engine/stale` spells it. */
  replaced: JsonObject
  resource: string
  /**
   * Values by path that the document held when it was written, where the project's own hooks made
   * something else of what the provider said.
   */
  stored: JsonObject
}
