import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Database } from '../../Database.js'

import { issuesInSight } from '../../issues/issuesInSight.js'

type FindDecidableArgs = {
  /** ExternalId behind which to go on. @default from the first */
  after?: string | undefined
  database: Database
  /** @default all */
  externalIds?: readonly string[] | undefined
  /** Paths; of a list all its rows are meant. */
  fields: readonly string[]
  limit: number
  provider: string
  resource: string
  sight: Sight
}

export type DecidableRecord = {
  externalId: string
  /** Paths as its conflicts name them. */
  fields: string[]
}

/** Records with an open conflict in any of the fields, in the order of their externalIds. */
export const findDecidable = async ({
  after,
  database,
  externalIds,
  fields,
  limit,
  provider,
  resource,
  sight,
}: FindDecidableArgs): Promise<DecidableRecord[]> => {
  const records = database.table('syncRecords')
  const issues = database.table('syncIssues')
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select ${records.externalId!} as "externalId", array_agg(path.name order by path.name) as fields
    from ${records}
    join ${issues} on ${issues.provider!} = ${records.provider!}
      and ${issues.resource!} = ${records.resource!}
      and ${issues.externalId!} = ${records.externalId!}
      and ${issues.kind!} = 'conflict' and ${issues.status!} = 'open'
    cross join lateral jsonb_object_keys(coalesce(${records.conflicts!}, '{}'::jsonb)) as path (name)
    join unnest(${sql.param([...fields])}::text[]) as wanted (name)
      on path.name = wanted.name or starts_with(path.name, wanted.name || '.')
    where ${records.provider!} = ${provider} and ${records.resource!} = ${resource}
      and ${records.deletedAt!} is null
      and ${after === undefined ? sql`true` : sql`${records.externalId!} > ${after}`}
      and ${
        externalIds === undefined
          ? sql`true`
          : sql`${records.externalId!} = any(${sql.param([...externalIds])}::text[])`
      }
      and ${issuesInSight({ database, sight }) ?? sql`true`}
    group by ${records.externalId!}
    order by ${records.externalId!}
    limit ${limit}`)
  return rows as DecidableRecord[]
}
