import { and, inArray, isNotNull, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

type NoteDueArgs = { database: Database; ids: readonly (number | string)[] }

/** Has the records of issues asked for by the next run, however long they would have to wait. */
export const noteDue = async ({ database, ids }: NoteDueArgs): Promise<void> => {
  if (ids.length === 0) {
    return
  }
  const table = database.table('syncIssues')
  const session = await database.session()
  await session
    .update(table)
    .set({ askedAt: null, asks: 0 })
    .where(inArray(table.id!, [...ids]))
  await session
    .update(table)
    .set({
      records: sql`(select jsonb_object_agg(key, value - 'askedAt' - 'asks')
        from jsonb_each(${table.records!}))`,
    })
    .where(and(inArray(table.id!, [...ids]), isNotNull(table.records!)))
}
