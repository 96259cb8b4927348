import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Database } from '../../Database.js'

import { STORED_PREFIX } from '../../../../sdk/connections/Connection.js'

type RecordsInSightArgs = { database: Database; sight: Sight }

/**
 * The condition that a record is seen by a connection which somebody may know of; none for all. A
 * record of a provider with one connection is everybody's.
 */
export const recordsInSight = ({ database, sight }: RecordsInSightArgs): SQL | undefined => {
  if (sight === 'all') {
    return undefined
  }
  const { seenBy } = database.table('syncRecords')
  return sql`(${seenBy!} is null or exists (
    select 1 from jsonb_object_keys(${seenBy!}) as seen (name)
    where not starts_with(seen.name, ${STORED_PREFIX}) or seen.name = any(${sql.param([...sight])})
  ))`
}

type IsRecordInSightArgs = {
  externalId: string
  provider: string
  resource: string
} & RecordsInSightArgs

/** Whether somebody may know of a record that is stored. */
export const isRecordInSight = async ({
  database,
  externalId,
  provider,
  resource,
  sight,
}: IsRecordInSightArgs): Promise<boolean> => {
  const table = database.table('syncRecords')
  const session = await database.session()
  const rows = await session
    .select({ id: table.id! })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        eq(table.externalId!, externalId),
        recordsInSight({ database, sight }),
      ),
    )
  return rows.length > 0
}
