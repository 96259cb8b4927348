import { and, asc, eq, isNotNull, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { linkChecks } from './linkChecks.js'
import { addPendingChecks } from './saveChecks.js'

/** Records that are added at once. */
const MOST_ADDED = 1000

type CompleteChecksArgs = {
  /** Slug of the collection that the resource fills. */
  collection: string
  database: Database
  provider: string
  resource: string
}

/**
 * Notes of every stored record that it is to be looked at where nothing is noted of it, as after an
 * update of the plugin, and lets its document point to the note. May be repeated at any time.
 */
export const completeChecks = async ({
  collection,
  database,
  provider,
  resource,
}: CompleteChecksArgs): Promise<void> => {
  const checks = database.table('syncChecks')
  const records = database.table('syncRecords')
  const session = await database.session()
  const addSome = async (): Promise<number> => {
    const rows = await session
      .select({ externalId: records.externalId! })
      .from(records)
      .where(
        and(
          eq(records.provider!, provider),
          eq(records.resource!, resource),
          isNotNull(records.documentId!),
          sql`not exists (
            select from ${checks} where ${checks.provider!} = ${records.provider!}
              and ${checks.resource!} = ${records.resource!}
              and ${checks.externalId!} = ${records.externalId!}
          )`,
        ),
      )
      .orderBy(asc(records.externalId!))
      .limit(MOST_ADDED)
    const externalIds = rows.map(({ externalId }) => String(externalId))
    await addPendingChecks({ database, externalIds, provider, resource })
    return externalIds.length
  }
  let added: number
  do {
    added = await addSome()
  } while (added === MOST_ADDED)
  await linkChecks({ collection, database, provider, resource })
}
