import type { Payload } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Sync } from '../../../engine/Sync.js'
import type { FieldReason, IssueWhere } from '../../../store/issues/groups/reasons.js'
import type { GroupFilter, IssueGroup } from './IssueGroup.js'

import { toJob } from '../../../engine/batch/toJob.js'
import { findUnit } from '../../../engine/rules/ResourceRules.js'
import { loadSync } from '../../../engine/Sync.js'
import { ISSUE_KINDS } from '../../../run/issues/IssueKind.js'
import { SEVERITY_OF } from '../../../run/issues/severity.js'
import { findConflictedFields, findGroups } from '../../../store/issues/groups/findGroups.js'

/** More reasons than these are read by nobody; what most records have comes first. */
const MOST_GROUPS = 200

/** Between the fields of a reason. */
const MARK = ','

type ListGroupsArgs = { filter: GroupFilter; payload: Payload; sight: Sight }

/** Issues by kind and reason, those about most records first. @default the open ones */
export const listGroups = async ({
  filter,
  payload,
  sight,
}: ListGroupsArgs): Promise<IssueGroup[]> => {
  const sync = await loadSync({ payload })
  const where = toWhere(filter)
  const fields = await findReasons({ sight, sync, where })
  const { database } = sync
  const rows = await findGroups({ database, fields, limit: MOST_GROUPS, sight, where })
  return rows.map((row) => ({
    ...row,
    collection: findCollection({ sync, ...row }),
    fields: row.kind === 'conflict' && row.reason !== '' ? row.reason.split(MARK) : [],
    severity: SEVERITY_OF[row.kind],
  }))
}

/** What a filter means for the table; a severity is nothing but some kinds. */
export const toWhere = ({
  kind,
  provider,
  resource,
  severity,
  status,
}: GroupFilter): IssueWhere => {
  const kinds = ISSUE_KINDS.filter(
    (one) =>
      (kind === undefined || one === kind) &&
      (severity === undefined || SEVERITY_OF[one] === severity),
  )
  return { kinds, provider, resource, status }
}

type FindReasonsArgs = { sight: Sight; sync: Sync; where: IssueWhere }

/** Which fields in conflict are one reason: those that are one, and all of one list. */
export const findReasons = async ({
  sight,
  sync,
  where,
}: FindReasonsArgs): Promise<FieldReason[]> => {
  const { database, providers } = sync
  const found = await findConflictedFields({ database, sight, where })
  return found.flatMap((conflict): FieldReason[] => {
    const provider = providers.get(conflict.provider)
    if (!provider?.resources.has(conflict.resource)) {
      return []
    }
    const { rules, shape } = toJob({ provider, resourceName: conflict.resource, runId: null, sync })
    const own = [...shape.keys()].find(
      (key) => conflict.field === key || conflict.field.startsWith(`${key}.`),
    )
    return own === undefined ? [] : [{ ...conflict, reason: [...findUnit(rules, own)].join(MARK) }]
  })
}

type FindCollectionArgs = { provider: string; resource: string; sync: Sync }

const findCollection = ({
  provider: name,
  resource,
  sync: { providers, slugOf },
}: FindCollectionArgs): null | string => {
  const provider = providers.get(name)
  const found = provider?.resources.get(resource)
  return provider && found ? slugOf({ collection: found.collection, provider }) : null
}
