import { and, eq, isNotNull } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

type ReopenRecordsArgs = {
  database: Database
  /** Whether what people have deleted is forgotten, so that it is created again. */
  includesDeleted: boolean
  provider: string
  resource: string
}

/** Has all records of a resource looked at again when they are next read. */
export const reopenRecords = async ({
  database,
  includesDeleted,
  provider,
  resource,
}: ReopenRecordsArgs): Promise<void> => {
  const table = database.table('syncRecords')
  const session = await database.session()
  const isOfResource = and(eq(table.provider!, provider), eq(table.resource!, resource))
  if (includesDeleted) {
    await session.delete(table).where(and(isOfResource, isNotNull(table.deletedAt!)))
  }
  await session.update(table).set({ hash: null }).where(isOfResource)
}
