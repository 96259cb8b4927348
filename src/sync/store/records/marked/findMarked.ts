import { and, eq, isNotNull, isNull, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Database } from '../../Database.js'

import { recordsInSight } from '../sightings/recordsInSight.js'

type FindMarkedArgs = {
  /** Slug. */
  collection: string
  database: Database
  sight: Sight
}

/** How many documents there are of a kind, and the ids of the first ones, as text. */
export type Marked = { ids: string[]; total: number }

type Row = { id: string; is_missing: boolean; total: number }

/** More are not told apart in a list. */
const MOST = 500

/**
 * The documents of a collection that are missing at their provider, and the stubs: those that others
 * point to, and whose own record was never read.
 */
export const findMarked = async ({
  collection,
  database,
  sight,
}: FindMarkedArgs): Promise<{ missing: Marked; stubs: Marked }> => {
  const table = database.table('syncRecords')
  const session = await database.session()
  const isMissing = isNotNull(table.missingAt!)
  const isStub = and(isNull(table.saidAt!), isNull(table.hash!), isNull(table.waitingAt!))
  // One look at the collection for both: it is taken whenever somebody opens the list.
  const { rows } = await session.execute<Row>(sql`
    select id, is_missing, total from (
      select ${table.documentId!} as id, ${isMissing} as is_missing,
        count(*) over (partition by ${isMissing})::int as total,
        row_number() over (partition by ${isMissing} order by ${table.id!}) as place
      from ${table}
      where ${and(
        eq(table.collection!, collection),
        isNull(table.deletedAt!),
        or(isMissing, isStub),
        recordsInSight({ database, sight }),
      )}
    ) as marked
    where place <= ${MOST} order by place`)
  const pick = (isWanted: boolean): Marked => {
    const found = rows.filter((row) => row.is_missing === isWanted)
    return { ids: found.map(({ id }) => id), total: found[0]?.total ?? 0 }
  }
  return { missing: pick(true), stubs: pick(false) }
}
