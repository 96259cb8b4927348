import { and, asc, eq, gt, isNull, lt, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { StoredRecord, StoredRecords } from '../../../sdk/index.js'
import type { Database } from '../Database.js'

import { isOneOf } from '../isOneOf.js'

type CreateStoredRecordsArgs = { database: Database; provider: string }

/** What a provider's resources may read of earlier runs: their own records, and nothing else. */
export const createStoredRecords = ({
  database,
  provider,
}: CreateStoredRecordsArgs): StoredRecords => ({
  find: async <TDocument>({
    after,
    lastSeenBefore,
    limit,
    resource,
    where = {},
  }: Parameters<StoredRecords['find']>[0]) => {
    const table = database.table('syncRecords')
    const session = await database.session()
    const query = session
      .select({ document: table.base!, externalId: table.externalId! })
      .from(table)
      .where(
        and(
          eq(table.provider!, provider),
          eq(table.resource!, resource),
          after === undefined ? undefined : gt(table.externalId!, after),
          lastSeenBefore &&
            or(isNull(table.lastSeenAt!), lt(table.lastSeenAt!, lastSeenBefore.toISOString())),
          ...Object.entries(where).map(([field, values]) =>
            isOneOf({ column: sql`${table.base!} ->> ${field}`, values: values.map(String) }),
          ),
        ),
      )
      .orderBy(asc(table.externalId!))
    const rows = await (limit === undefined ? query : query.limit(limit))
    return rows as StoredRecord<TDocument>[]
  },
})
