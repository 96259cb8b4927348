import type { PayloadRequest } from 'payload'

import { and, eq, inArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

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
      ),
    )
}
