import type { PayloadRequest } from 'payload'

import { and, eq, isNotNull } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Database } from '../Database.js'

import { inSight } from '../connections/inSight.js'

type ForgetBreakersArgs = {
  database: Database
  provider: string
  req: PayloadRequest
  /** @default 'all' */
  sight?: Sight
}

/** Lets a provider be asked again with all its connections. Returns how many were closed to it. */
export const forgetBreakers = async ({
  database,
  provider,
  req,
  sight = 'all',
}: ForgetBreakersArgs): Promise<number> => {
  const table = database.table('syncBreakers')
  const session = await database.session(req)
  const closed = await session
    .update(table)
    .set({ failures: 0, isProbing: false, openUntil: null, reason: null })
    .where(
      and(
        eq(table.provider!, provider),
        isNotNull(table.openUntil!),
        inSight({ column: table.connection!, sight }),
      ),
    )
    .returning({ id: table.id! })
  return closed.length
}
