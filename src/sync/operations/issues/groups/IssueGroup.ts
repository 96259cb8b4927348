import type { GroupRow } from '../../../store/issues/groups/findGroups.js'
import type { IssueWhere } from '../../../store/issues/groups/reasons.js'
import type { Severity } from '../../../store/issues/severity.js'

/** Issues that have one reason. */
export type IssueGroup = {
  /** Slug of the collection that the records are stored in; `null` where that is not known. */
  collection: null | string
  /** Of conflicts: the fields, as `decide` is given them. Empty for other kinds. */
  fields: string[]
  severity: Severity
} & GroupRow

/** Which issues are meant. */
export type GroupFilter = { severity?: Severity | undefined } & Pick<
  IssueWhere,
  'provider' | 'resource' | 'status'
> & { kind?: GroupRow['kind'] | undefined }
