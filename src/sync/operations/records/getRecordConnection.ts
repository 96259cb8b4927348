import type { Provider } from '../../../sdk/index.js'
import type { Database } from '../../store/Database.js'

import { RefusedError } from '../../../shared/errors/index.js'
import { findScopeConnection } from '../../engine/work/toScopeKey.js'
import { findRecordOrigin } from '../../store/records/findRecordOrigin.js'

type GetRecordConnectionArgs = {
  database: Database
  externalId: string
  provider: Provider
  resource: string
}

/**
 * The connection that a record came with: that of the run which last changed it, or, where the log
 * of that run is gone, that of the scope it was last seen in. A provider with one connection has no
 * other.
 *
 * @throws RefusedError when there are several and nothing tells which
 */
export const getRecordConnection = async ({
  database,
  externalId,
  provider,
  resource,
}: GetRecordConnectionArgs): Promise<string> => {
  const connections = [...provider.connections.keys()]
  const [first] = connections
  if (first !== undefined && connections.length === 1) {
    return first
  }
  const origin = await findRecordOrigin({
    database,
    externalId,
    provider: provider.name,
    resource,
  })
  const ofRun = connections.find((name) => name === origin?.connection)
  const key = origin?.scope ?? undefined
  const found = ofRun ?? (key === undefined ? undefined : findScopeConnection({ connections, key }))
  if (found === undefined) {
    throw new RefusedError({
      code: 'REFRESH_UNAVAILABLE',
      message:
        `Nobody knows any more which connection of ${provider.label} ${resource} ${externalId} ` +
        `came with (there are: ${connections.join(', ')}); sync all ${resource}.`,
    })
  }
  return found
}
