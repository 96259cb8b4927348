import { and, eq, isNotNull } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { findContentTable } from '../findContentTable.js'

type IsInTrashArgs = { collection: string; database: Database; id: number | string }

/** Whether a document is in the trash. Always `false` where the collection has none. */
export const isInTrash = async ({ id, collection, database }: IsInTrashArgs): Promise<boolean> => {
  const { payload } = database
  const table = findContentTable({ collection, payload })
  if (!payload.collections[collection]?.config.trash || !table) {
    return false
  }
  const session = await database.session()
  const found = await session
    .select({ id: table.id! })
    .from(table)
    .where(and(eq(table.id!, id), isNotNull(table.deletedAt!)))
  return found.length > 0
}
