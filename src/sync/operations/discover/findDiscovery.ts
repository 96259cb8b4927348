import type { Discovery, Provider } from '../../../sdk/index.js'
import type { Sync } from '../../engine/Sync.js'

import { DEFAULT_CONNECTION } from '../../../sdk/index.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { findProvider } from '../../engine/work/asked/findProvider.js'
import { getProvider } from '../../engine/work/getProvider.js'

type FindDiscoveryArgs = {
  /** Its name. */
  provider: string
  sync: Pick<Sync, 'providers'>
  /** `shelves`, say; what there is depends on the provider. */
  what: string
}

/**
 * A provider that can be asked, and what it can tell of something to choose from.
 *
 * @throws RefusedError for a provider that nobody knows or that is not set up, and for a thing of
 *   which it can tell nothing; the message says of what it can
 */
export const findDiscovery = ({
  provider: name,
  sync: { providers },
  what,
}: FindDiscoveryArgs): { discovery: Discovery; provider: Provider } => {
  const provider = findProvider({ provider: name, providers })
  // Connections of people say nothing here: who asks may not know of them.
  const mayAsk = provider.connections.has(DEFAULT_CONNECTION)
  const known = mayAsk ? Object.entries(provider.discover ?? {}) : []
  const discovery = new Map(known).get(what)
  if (!discovery) {
    throw new RefusedError({
      code: 'UNKNOWN_RESOURCE',
      message:
        known.length === 0
          ? `${provider.label} has nothing to choose from.`
          : `${provider.label} can be asked for ${known.map(([of]) => of).join(', ')}, not for "${what}".`,
    })
  }
  const connection = DEFAULT_CONNECTION
  return { discovery, provider: getProvider({ connection, provider: name, providers }) }
}
