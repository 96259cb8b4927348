import type { PayloadRequest } from 'payload'

import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

import { isOneOf } from '../../isOneOf.js'

type NoteSightingsArgs = {
  connection: string
  database: Database
  externalIds: readonly string[]
  provider: string
  req: PayloadRequest
  resource: string
  /** What saw them; `null` when it was no run. */
  runId: null | number | string
  /** When they were said, in the database's time; `null` where they were only mentioned. */
  saidAt: Date | null
  /** Key of the scope that would prove their absence; `null` leaves the one they have. */
  scope: null | string
}

/** Notes that a connection sees these records. Touches no document. */
export const noteSightings = async ({
  connection,
  database,
  externalIds,
  provider,
  req,
  resource,
  runId,
  saidAt,
  scope,
}: NoteSightingsArgs): Promise<void> => {
  if (externalIds.length === 0) {
    return
  }
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const noted = {
    ...(saidAt && { at: saidAt.toISOString() }),
    ...(scope !== null && { run: runId === null ? null : String(runId), scope }),
  }
  const before = sql`coalesce(${table.seenBy!} -> ${connection}::text, '{}'::jsonb) - 'absences'`
  await session
    .update(table)
    .set({
      seenBy: sql`jsonb_set(
        coalesce(${table.seenBy!}, '{}'::jsonb),
        array[${connection}::text],
        (${before}) || ${JSON.stringify(noted)}::jsonb
      )`,
    })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        isOneOf({ column: table.externalId!, values: externalIds }),
      ),
    )
}
