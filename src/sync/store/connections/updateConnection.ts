import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { ConnectionName } from './sealValues.js'
import type { StoredConnection } from './StoredConnection.js'

/** What the sync itself says of a connection; the rest is of its owner. */
export type ConnectionState = Partial<
  Pick<
    StoredConnection,
    | 'authFailures'
    | 'deactivatedReason'
    | 'isActive'
    | 'lastError'
    | 'lastSuccessAt'
    | 'sealed'
    | 'status'
  >
>

type UpdateConnectionArgs = {
  database: Database
  req?: PayloadRequest
  state: ConnectionState
} & ConnectionName

/**
 * Notes how a stored connection does. Does nothing to one of the config, which has no row. To
 * deactivate one with all that belongs to it, use `deactivateConnection`.
 */
export const updateConnection = async ({
  connection,
  database,
  provider,
  req,
  state: { isActive, ...state },
}: UpdateConnectionArgs): Promise<void> => {
  const table = database.table('syncConnections')
  const session = await database.session(req)
  await session
    .update(table)
    .set({ ...state, ...(isActive !== undefined && { active: isActive }) })
    .where(and(eq(table.provider!, provider), eq(table.name!, connection)))
}
