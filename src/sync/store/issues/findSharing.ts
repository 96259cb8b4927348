import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

type FindSharingArgs = { database: Database; externalId: string }

/** Ids of the issues that stand for several records, one of which has this id. */
export const findSharing = async ({
  database,
  externalId,
}: FindSharingArgs): Promise<(number | string)[]> => {
  const table = database.table('syncIssues')
  const session = await database.session()
  const rows = await session
    .select({ id: table.id! })
    .from(table)
    .where(sql`${table.key!} is not null and jsonb_exists(${table.records!}, ${externalId}::text)`)
  return rows.map(({ id }) => id as number | string)
}
