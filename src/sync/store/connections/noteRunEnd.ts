import type { PayloadRequest } from 'payload'

import { and, eq, ne } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'
import type { ConnectionName } from './sealValues.js'
import type { ConnectionStatus } from './StoredConnection.js'

import { isStoredName } from '../../../sdk/connections/Connection.js'

type NoteRunEndArgs = {
  database: Database
  /** `null` when all went well; `undefined` when it says nothing of the connection. */
  error: Run['error'] | undefined
  now: Date
  req: PayloadRequest
} & ConnectionName

/** Notes in its row how the newest run of a stored connection ended. */
export const noteRunEnd = async ({
  connection,
  database,
  error,
  now,
  provider,
  req,
}: NoteRunEndArgs): Promise<void> => {
  if (error === undefined || !isStoredName(connection)) {
    return
  }
  const table = database.table('syncConnections')
  const session = await database.session(req)
  const status: ConnectionStatus =
    error === null ? 'working' : error.code === 'CREDENTIALS_REFUSED' ? 'refused' : 'failing'
  await session
    .update(table)
    .set({
      lastError: error?.message ?? null,
      status,
      ...(error === null && { lastSuccessAt: now.toISOString() }),
    })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.name!, connection),
        // Why it was deactivated is more than how its last run ended.
        ne(table.status!, 'deactivated'),
      ),
    )
}
