import type { Payload } from 'payload'

import { listReadyConnections } from '../../../sdk/connections/listReadyConnections.js'
import { loadSync } from '../../engine/Sync.js'
import { getProvider } from '../../engine/work/getProvider.js'

type ListFileConnectionsArgs = { payload: Payload; provider: string }

/** The connections of a provider that can be used, as people know them. */
export const listFileConnections = async ({
  payload,
  provider: name,
}: ListFileConnectionsArgs): Promise<{ label: string; name: string }[]> => {
  const { providers } = await loadSync({ payload })
  const provider = getProvider({ provider: name, providers })
  return listReadyConnections(provider).map((connection) => ({
    name: connection,
    label: provider.connections.get(connection)?.label ?? connection,
  }))
}
