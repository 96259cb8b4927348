import { and, asc, eq, inArray, lt, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { FindDueArgs } from '../../../sdk/index.js'
import type { Database } from '../Database.js'

import { CHECK_STATUSES } from './CHECK_STATUSES.js'

type Args = {
  database: Database
  provider: string
  /** Only records that this connection sees. @default all of the provider */
  seenBy?: string | undefined
} & FindDueArgs

/** By name, because no index finds what is *not* so. */
const DUE = CHECK_STATUSES.filter((status) => status !== 'SYNCED')

/** Records that should be looked at again, those first that waited longest. */
export const findDue = async ({
  checkedBefore,
  database,
  limit,
  provider,
  resource,
  seenBy,
}: Args): Promise<string[]> => {
  const checks = database.table('syncChecks')
  const records = database.table('syncRecords')
  const session = await database.session()
  const rows = await session
    .select({ externalId: checks.externalId! })
    .from(checks)
    .where(
      and(
        eq(checks.provider!, provider),
        eq(checks.resource!, resource),
        or(inArray(checks.status!, DUE), lt(checks.checkedAt!, checkedBefore.toISOString())),
        seenBy === undefined
          ? undefined
          : sql`exists (
              select from ${records} where ${records.provider!} = ${checks.provider!}
                and ${records.resource!} = ${checks.resource!}
                and ${records.externalId!} = ${checks.externalId!}
                and jsonb_exists(${records.seenBy!}, ${seenBy})
            )`,
      ),
    )
    .orderBy(sql`${checks.checkedAt!} asc nulls first`, asc(checks.externalId!))
    .limit(limit)
  return rows.map(({ externalId }) => String(externalId))
}
