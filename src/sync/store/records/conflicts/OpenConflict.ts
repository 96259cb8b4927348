import type { ConflictPolicy } from '../../../../sdk/rules/RecordRules.js'
import type { JsonValue } from '../../../../shared/json.js'
import type { Initiator } from '../../../run/Run.js'

/** A field of a document in which its provider and an editor differ, until somebody decides. */
export type OpenConflict = {
  /** What the provider had said before. */
  base: JsonValue
  /** What the document holds; where it was overwritten, what it held. References as document ids. */
  current: JsonValue
  /** What the provider says. References as document ids. */
  incoming: JsonValue
  /** Set where the provider's value was written, and `current` is kept here only. */
  isOverwritten?: true
  policy: ConflictPolicy
  /** Id of the run that brought the provider's value; `null` when it was no run. */
  run: null | string
  /** When the two first differed. ISO 8601. */
  since: string
}

/** By path of the field; of a row `list.row.field`. */
export type OpenConflicts = Readonly<Record<string, OpenConflict>>

/** That a field is not written, whoever changes it. */
export type FieldLock = {
  /** ISO 8601. */
  at: string
  /** What the provider had said when it was locked; absent where it had said nothing. */
  before?: JsonValue
  /** Who locked it; `null` when it was code of the project. */
  by: Initiator | null
}

/** By path of the field. */
export type FieldLocks = Readonly<Record<string, FieldLock>>
