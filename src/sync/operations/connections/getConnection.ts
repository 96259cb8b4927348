import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Connection, Provider } from '../../../sdk/index.js'
import type { Sync } from '../../engine/Sync.js'
import type { StoredConnection } from '../../store/connections/StoredConnection.js'

import { isInSight } from '../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { loadSync } from '../../engine/Sync.js'
import { findConnections } from '../../store/connections/findConnections.js'

type GetConnectionArgs = {
  connectionId: number | string
  payload: Payload
  /** Other connections are none that there are. @default 'all' */
  sight?: Sight
}

export type FoundConnection = {
  /** As the provider is handed it. */
  connection: Connection
  provider: Provider
  stored: StoredConnection
  sync: Sync
}

/**
 * A connection that somebody entered, by the id of its row.
 *
 * @throws RefusedError when there is none, or its provider is gone
 */
export const getConnection = async ({
  connectionId,
  payload,
  sight = 'all',
}: GetConnectionArgs): Promise<FoundConnection> => {
  const sync = await loadSync({ payload })
  const [stored] = await findConnections({
    database: sync.database,
    filter: { id: connectionId },
  })
  const provider = stored && sync.providers.get(stored.provider)
  const connection = stored && provider?.connections.get(stored.name)
  if (!stored || !connection || !provider || !isInSight({ connection: stored.name, sight })) {
    throw new RefusedError({
      code: 'UNKNOWN_CONNECTION',
      message: `There is no connection ${connectionId}.`,
    })
  }
  return { connection, provider, stored, sync }
}
