import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { and, eq, inArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { IssueKind } from '../../../run/issues/IssueKind.js'
import type { Database } from '../../Database.js'

import { COUNT_PATTERN } from '../causes/CauseRow.js'
import { issuesInSight } from '../issuesInSight.js'

export type IssueWhere = {
  kinds?: readonly IssueKind[] | undefined
  provider?: string | undefined
  resource?: string | undefined
  /** @default 'open' */
  status?: 'ignored' | 'open' | 'resolved' | undefined
}

/** Which reason a field in conflict belongs to: fields that are one have one reason. */
export type FieldReason = { field: string; provider: string; reason: string; resource: string }

type SelectReasonsArgs = {
  database: Database
  /** Of the fields in conflict; a field that is not among them is a reason of its own. */
  fields: readonly FieldReason[]
  sight: Sight
  where: IssueWhere
}

const LONGEST_MESSAGE = 400

/**
 * Issues with what they have in common with others, one row for each issue and reason: a conflict in
 * several fields has several. Of others it is their cause, what they point to, or their message
 * without its numbers and quoted words. `shown` is the message without a count in front.
 */
export const selectReasons = ({ database, fields, sight, where }: SelectReasonsArgs): SQL => {
  const issues = database.table('syncIssues')
  const column = (name: string) => sql`${issues[name]!}`
  const message = sql`coalesce(${column('message')}, '')`
  const alike = sql`regexp_replace(regexp_replace(${message}, '"[^"]*"', '…', 'g'), '[0-9]+', '#', 'g')`
  const list = (key: keyof FieldReason) =>
    sql`${sql.param(fields.map((field) => field[key]))}::text[]`
  return sql`
    select ${column('id')} as id, ${column('kind')}::text as kind,
      ${column('provider')} as provider, ${column('resource')} as resource,
      case when ${column('externalId')} is null
        then coalesce(${column('recordCount')}, 0) else 1 end as records,
      ${column('createdAt')} as first_seen, ${column('updatedAt')} as last_seen,
      left(regexp_replace(${message}, ${COUNT_PATTERN}, ''), ${LONGEST_MESSAGE}) as shown,
      ${column('details')} ->> 'reference' as target, conflict.field as field,
      case ${column('kind')}::text
        when 'conflict' then coalesce(known.reason, conflict.field, '')
        else md5(coalesce(${column('cause')}, ${column('details')} ->> 'reference', ${alike}))
      end as reason
    from ${issues}
    left join lateral (
      select element ->> 'field' as field
      from jsonb_array_elements(case
        when ${column('kind')}::text = 'conflict'
          and jsonb_typeof(${column('details')} -> 'conflicts') = 'array'
        then ${column('details')} -> 'conflicts' else '[]'::jsonb end) as element
    ) as conflict on true
    left join unnest(${list('provider')}, ${list('resource')}, ${list('field')}, ${list('reason')})
      as known (provider, resource, field, reason)
      on known.provider = ${column('provider')} and known.resource = ${column('resource')}
        and known.field = conflict.field
    where ${and(
      eq(issues.status!, where.status ?? 'open'),
      where.kinds ? inArray(issues.kind!, [...where.kinds]) : undefined,
      where.provider === undefined ? undefined : eq(issues.provider!, where.provider),
      where.resource === undefined ? undefined : eq(issues.resource!, where.resource),
      issuesInSight({ database, sight }),
    )}`
}
