import type { PayloadRequest } from 'payload'

import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { ConnectionName } from '../../connections/sealValues.js'
import type { Database } from '../../Database.js'
import type { RunRecord } from '../findRunRecords.js'

import { forgetSeen } from '../../sightings/pruneSeen.js'

type SightingsArgs = { database: Database; req: PayloadRequest } & ConnectionName

/** The records that a connection sees and no other one does. */
export const findOnlySeenBy = async ({
  connection,
  database,
  provider,
  req,
}: SightingsArgs): Promise<RunRecord[]> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const rows = await session
    .select({
      collection: table.collection!,
      documentId: table.documentId!,
      externalId: table.externalId!,
    })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        sql`jsonb_exists(${table.seenBy!}, ${connection})`,
        sql`${table.seenBy!} - ${connection}::text = '{}'::jsonb`,
      ),
    )
  return rows as RunRecord[]
}

/** Forgets that a connection sees anything: it is gone. */
export const forgetSightings = async ({
  connection,
  database,
  provider,
  req,
}: SightingsArgs): Promise<void> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  await forgetSeen({ connection, database, provider, req })
  await session
    .update(table)
    .set({ seenBy: sql`${table.seenBy!} - ${connection}::text` })
    .where(and(eq(table.provider!, provider), sql`jsonb_exists(${table.seenBy!}, ${connection})`))
}
