import type { JsonObject } from '../../../shared/json.js'

/** What the plugin remembers of one record: which document it is, and what the provider last said. */
export type SyncRecord = {
  /** What the provider last said, mapped; references as externalIds. */
  base: JsonObject
  documentId: string
  externalId: string
  /** Of the mapped record; `null` when it must be looked at again whatever it says. */
  hash: null | string
  mappingVersion: number
  resource: string
}
