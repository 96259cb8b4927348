import { asc, count, eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

type FindRunRecordsArgs = {
  database: Database
  limit: number
  /** From 1. */
  page: number
  runId: Run['id']
}

/** A record and the document it became. */
export type RunRecord = {
  /** Slug. */
  collection: string
  documentId: string
  externalId: string
}

/**
 * A page of the records whose newest change is of this run, in the order they were first stored.
 */
export const findRunRecords = async ({
  database,
  limit,
  page,
  runId,
}: FindRunRecordsArgs): Promise<{ docs: RunRecord[]; total: number }> => {
  const table = database.table('syncRecords')
  const session = await database.session()
  const isOfRun = eq(table.run!, String(runId))
  const [counted] = await session.select({ total: count() }).from(table).where(isOfRun)
  const rows = await session
    .select({
      collection: table.collection!,
      documentId: table.documentId!,
      externalId: table.externalId!,
    })
    .from(table)
    .where(isOfRun)
    .orderBy(asc(table.id!))
    .limit(limit)
    .offset((page - 1) * limit)
  return { docs: rows as RunRecord[], total: counted?.total ?? 0 }
}
