import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { and, asc, eq, isNotNull, isNull, sql } from '@payloadcms/db-postgres/drizzle'

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
  const find = async (isMarked: SQL | undefined): Promise<Marked> => {
    const rows = await session
      .select({ id: table.documentId!, total: sql<number>`count(*) over ()::int` })
      .from(table)
      .where(
        and(
          eq(table.collection!, collection),
          isNull(table.deletedAt!),
          isMarked,
          recordsInSight({ database, sight }),
        ),
      )
      .orderBy(asc(table.id!))
      .limit(MOST)
    return { ids: rows.map(({ id }) => String(id)), total: rows[0]?.total ?? 0 }
  }
  return {
    missing: await find(isNotNull(table.missingAt!)),
    stubs: await find(
      and(
        isNull(table.missingAt!),
        isNull(table.saidAt!),
        isNull(table.hash!),
        isNull(table.waitingAt!),
      ),
    ),
  }
}
