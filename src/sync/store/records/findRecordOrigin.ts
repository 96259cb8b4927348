import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

type FindRecordOriginArgs = {
  database: Database
  externalId: string
  provider: string
  resource: string
}

/** What is known of where a record came from. */
type RecordOrigin = {
  /** Of the run that last changed it; `null` when the log of that run is gone. */
  connection: null | string
  /** Key of the scope that would prove its absence; `null` where none does. */
  scope: null | string
}

/** Where a record came from, or `undefined` when it was never stored. */
export const findRecordOrigin = async ({
  database,
  externalId,
  provider,
  resource,
}: FindRecordOriginArgs): Promise<RecordOrigin | undefined> => {
  const records = database.table('syncRecords')
  const runs = database.table('syncLogs')
  const session = await database.session()
  const [row] = await session
    .select({ connection: runs.connection!, scope: records.scope! })
    .from(records)
    .leftJoin(runs, eq(sql`${runs.id!}::text`, records.run!))
    .where(
      and(
        eq(records.provider!, provider),
        eq(records.resource!, resource),
        eq(records.externalId!, externalId),
      ),
    )
  return row as RecordOrigin | undefined
}
