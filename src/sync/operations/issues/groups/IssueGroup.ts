import type { Severity } from '../../../run/issues/severity.js'
import type { GroupRow } from '../../../store/issues/groups/findGroups.js'
import type { IssueWhere } from '../../../store/issues/groups/reasons.js'

/** Issues that have one reason. */
export type IssueGroup = {
  /** Slug of the collection that the records are stored in; `null` where that is not known. */
  collection: null | string
  /** Of conflicts: the fields, as `decide` is given them. Empty for other kinds. */
  fields: string[]
  severity: Severity
} & GroupRow

/** Which issues are meant. */
export type GroupFilter = { kind?: GroupRow['kind'] | undefined } & {
  severity?: Severity | undefined
} & Pick<IssueWhere, 'provider' | 'resource' | 'status'>
