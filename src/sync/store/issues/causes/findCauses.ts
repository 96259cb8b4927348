import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

type FindCausesArgs = {
  /** The one that is asked about. @default any */
  cause?: string
  database: Database
  externalIds: Iterable<string>
  provider: string
  /** @default none, outside of any transaction */
  req?: PayloadRequest
  resource: string
}

type Found = { cause: string; reason: string }

/**
 * What keeps records from being stored, of those that have it in common with others, by externalId.
 */
export const findCauses = async ({
  cause,
  database,
  externalIds,
  provider,
  req,
  resource,
}: FindCausesArgs): Promise<Map<string, Found>> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const { rows } = await session.execute(sql`
    select wanted.id, issue.cause, issue.details ->> 'reason' as reason
    from ${table} as issue
    join unnest(${sql.param([...externalIds])}::text[]) as wanted (id) on
      case when issue.key is null then issue.external_id = wanted.id
      else jsonb_exists(issue.records, wanted.id) end
    where issue.provider = ${provider} and issue.resource = ${resource}
      and issue.kind = 'write' and issue.status in ('open', 'ignored')
      and ${cause === undefined ? sql`issue.cause is not null` : sql`issue.cause = ${cause}`}`)
  const found = rows as ({ id: string; reason: null | string } & Pick<Found, 'cause'>)[]
  return new Map(found.map(({ id, cause, reason }) => [id, { cause, reason: reason ?? '' }]))
}
