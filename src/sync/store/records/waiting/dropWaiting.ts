import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

import { isOneOf } from '../../isOneOf.js'

type DropWaitingArgs = {
  database: Database
  externalIds: readonly string[]
  provider: string
  req: PayloadRequest
  resource: string
}

/** Forgets what waits of these records, and has them looked at again when they are next read. */
export const dropWaiting = async ({
  database,
  externalIds,
  provider,
  req,
  resource,
}: DropWaitingArgs): Promise<void> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  await session
    .update(table)
    .set({ hash: null, waiting: null, waitingAt: null })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        isOneOf({ column: table.externalId!, values: externalIds }),
      ),
    )
}
