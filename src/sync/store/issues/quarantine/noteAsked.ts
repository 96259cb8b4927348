import type { PayloadRequest } from 'payload'

import { and, eq, inArray, isNotNull, isNull, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

type NoteAskedArgs = {
  database: Database
  externalId: string
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
}

/** Notes that a record which could not be stored was asked for once more. */
export const noteAsked = async ({
  database,
  externalId,
  now,
  provider,
  req,
  resource,
}: NoteAskedArgs): Promise<void> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  await session
    .update(table)
    .set({ askedAt: now.toISOString(), asks: sql`coalesce(${table.asks!}, 0) + 1` })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        eq(table.externalId!, externalId),
        eq(table.status!, 'open'),
        inArray(table.kind!, ['invalid', 'write']),
        isNull(table.key!),
      ),
    )
  const asks = sql`coalesce((${table.records!} -> ${externalId}::text ->> 'asks')::int, 0) + 1`
  const asked = sql`jsonb_build_object('asks', ${asks}, 'askedAt', ${now.toISOString()}::text)`
  await session
    .update(table)
    .set({
      records: sql`jsonb_set(${table.records!}, array[${externalId}::text],
        ${table.records!} -> ${externalId}::text || ${asked})`,
    })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        eq(table.status!, 'open'),
        eq(table.kind!, 'write'),
        isNotNull(table.key!),
        sql`jsonb_exists(${table.records!}, ${externalId}::text)`,
      ),
    )
}
