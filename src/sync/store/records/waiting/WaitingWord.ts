import type { Reference } from '../../../../sdk/index.js'
import type { JsonObject } from '../../../../shared/json.js'

/**
 * What a provider said of a record while somebody had its document open, as the column `waiting`
 * of `syncRecords` keeps it: all that is needed to store it later.
 */
export type WaitingWord = {
  /** What was said, mapped; references as externalIds. */
  document: JsonObject
  /** Of what was said, as `prepareRecords` makes it. */
  hash: string
  /** Everything it points to, with stubs. */
  references: Reference[]
  /** Id of the run that met it; `null` when it was no run. */
  run: null | string
  /** When the request was sent whose answer it is, in the database's time. ISO 8601. */
  saidAt: string
  /** Key of the scope that would prove the record's absence, or `null`. */
  scope: null | string
}
