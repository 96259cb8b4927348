import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { IssueKind } from '../../../run/issues/IssueKind.js'
import type { Database } from '../../Database.js'
import type { FieldReason, IssueWhere } from './reasons.js'

import { selectReasons } from './reasons.js'

export type GroupRow = {
  /** When the first of them was opened. ISO 8601. */
  firstSeen: string
  /** Rows of `syncIssues`. */
  issues: number
  kind: IssueKind
  /** When the last of them was told again. ISO 8601. */
  lastSeen: string
  /** Of one of them, without a count in front. */
  message: string
  provider: string
  /** The same for all of a group, and of no other of its kind, provider and resource. */
  reason: string
  /** How many records they are about. */
  records: number
  resource: string
  /** What they point to in vain; `null` where they do not, or several are meant. */
  target: null | string
}

type FindGroupsArgs = {
  database: Database
  fields: readonly FieldReason[]
  /** Those that are about most records come first. */
  limit: number
  sight: Sight
  where: IssueWhere
}

/** Issues by what they have in common. One statement. */
export const findGroups = async ({
  database,
  fields,
  limit,
  sight,
  where,
}: FindGroupsArgs): Promise<GroupRow[]> => {
  const session = await database.session()
  const { rows } = await session.execute(sql`
    with told as (${selectReasons({ database, fields, sight, where })}),
      -- Two fields of one issue may have one reason.
      once as (select distinct on (kind, provider, resource, reason, id) * from told)
    select kind, provider, resource, reason, count(*)::int as issues, sum(records)::int as records,
      min(first_seen) as "firstSeen", max(last_seen) as "lastSeen",
      (array_agg(shown order by last_seen desc))[1] as message,
      case when count(distinct target) = 1 then min(target) end as target
    from once
    group by kind, provider, resource, reason
    order by records desc, kind, provider, resource, reason
    limit ${limit}`)
  return (rows as GroupRow[]).map((row) => ({
    ...row,
    firstSeen: toIso(row.firstSeen),
    lastSeen: toIso(row.lastSeen),
  }))
}

const toIso = (moment: Date | string): string => new Date(moment).toISOString()

type FindConflictedFieldsArgs = Pick<FindGroupsArgs, 'database' | 'sight' | 'where'>

/** The fields that conflicts are about. */
export const findConflictedFields = async ({
  database,
  sight,
  where,
}: FindConflictedFieldsArgs): Promise<Omit<FieldReason, 'reason'>[]> => {
  if (where.kinds && !where.kinds.includes('conflict')) {
    return []
  }
  const session = await database.session()
  const conflicts = { ...where, kinds: ['conflict'] as const }
  const { rows } = await session.execute(sql`
    with told as (${selectReasons({ database, fields: [], sight, where: conflicts })})
    select distinct provider, resource, field from told where field is not null`)
  return rows as Omit<FieldReason, 'reason'>[]
}

type FindMembersArgs = {
  /** Of a page. */
  limit: number
  /** From 1. */
  page: number
  reason: string
} & Omit<FindGroupsArgs, 'limit'>

/** Ids of the issues of a group, the newest first, and how many there are. */
export const findMembers = async ({
  database,
  fields,
  limit,
  page,
  reason,
  sight,
  where,
}: FindMembersArgs): Promise<{ ids: (number | string)[]; total: number }> => {
  const session = await database.session()
  const { rows } = await session.execute(sql`
    with told as (${selectReasons({ database, fields, sight, where })}),
      once as (select distinct on (id) id, last_seen from told where reason = ${reason})
    select id, count(*) over ()::int as total from once
    order by last_seen desc, id
    limit ${limit} offset ${(page - 1) * limit}`)
  const found = rows as { id: number | string; total: number }[]
  return { ids: found.map(({ id }) => id), total: found[0]?.total ?? 0 }
}
