import type { Provider, SyncMode } from '../../../../sdk/index.js'

import { listReadyConnections } from '../../../../sdk/connections/listReadyConnections.js'
import { RefusedError } from '../../../../shared/errors/index.js'
import { getProvider } from '../getProvider.js'
import { selectProviders } from './selectProviders.js'

type FindWorkOfAllArgs = {
  mode: SyncMode
  providers: ReadonlyMap<string, Provider>
  /** @default every resource that has the mode */
  resource: string | undefined
}

/**
 * The resources of all providers that are set up and have the mode, each provider's in dependency
 * order.
 *
 * @throws RefusedError for a name nobody knows, a mode nothing has, or when no provider is set up
 */
export const findWorkOfAll = ({
  mode,
  providers,
  resource,
}: FindWorkOfAllArgs): { provider: string; resources: string[] }[] => {
  const able = selectProviders({ filter: { resource }, providers }).flatMap((provider) => {
    const resources = [...provider.resources]
      .filter(([, { scopes }]) => scopes[mode] !== undefined)
      .map(([name]) => name)
    return resources.length > 0 ? [{ provider, resources }] : []
  })
  const [first] = able
  if (!first) {
    throw new RefusedError({
      code: 'MODE_UNAVAILABLE',
      message: `No provider has anything that can be synced in mode ${mode}.`,
    })
  }
  const ready = able.filter(({ provider }) => listReadyConnections(provider).length > 0)
  if (ready.length === 0) {
    // Says what the first one lacks.
    getProvider({ provider: first.provider.name, providers })
  }
  return ready.map(({ provider, resources }) => ({ provider: provider.name, resources }))
}
