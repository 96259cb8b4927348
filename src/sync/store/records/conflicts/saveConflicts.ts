import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'
import type { OpenConflicts } from './OpenConflict.js'

type SaveConflictsArgs = {
  conflicts: OpenConflicts
  database: Database
  externalId: string
  provider: string
  /** Its transaction writes. @default outside of any */
  req?: PayloadRequest | undefined
  resource: string
}

/** Notes which conflicts of a record are open. */
export const saveConflicts = async ({
  conflicts,
  database,
  externalId,
  provider,
  req,
  resource,
}: SaveConflictsArgs): Promise<void> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  await session
    .update(table)
    .set({ conflicts })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        eq(table.externalId!, externalId),
      ),
    )
}
