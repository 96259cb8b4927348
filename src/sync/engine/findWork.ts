import type { Provider, Resource, SyncMode } from '../../sdk/index.js'

import { RefusedError } from '../../shared/errors/index.js'
import { DEFAULT_CONNECTION } from './Sync.js'

type FindWorkArgs = {
  connection: string
  mode: SyncMode
  provider: string
  providers: ReadonlyMap<string, Provider>
  /** @default every resource of the provider that has the mode */
  resource: string | undefined
}

/**
 * The resources that a request for work means, in dependency order.
 *
 * @throws RefusedError for a name nobody knows, a mode the resource does not have, or a provider
 * that is not set up
 */
export const findWork = ({
  connection,
  mode,
  provider: name,
  providers,
  resource,
}: FindWorkArgs): string[] => {
  const provider = getProvider({ connection, provider: name, providers })
  return getResources({ mode, provider, resource })
}

type GetProviderArgs = {
  connection: string
  provider: string
  providers: ReadonlyMap<string, Provider>
}

const getProvider = ({ connection, provider: name, providers }: GetProviderArgs): Provider => {
  const provider = providers.get(name)
  if (!provider) {
    const known = [...providers.keys()].join(', ') || 'none'
    throw new RefusedError({
      code: 'UNKNOWN_PROVIDER',
      message: `There is no provider "${name}" (known: ${known}).`,
    })
  }
  if (connection !== DEFAULT_CONNECTION) {
    throw new RefusedError({
      code: 'UNKNOWN_CONNECTION',
      message: `${provider.label} has no connection "${connection}".`,
    })
  }
  if (provider.problems.length > 0) {
    throw new RefusedError({
      code: 'PROVIDER_NOT_CONFIGURED',
      message: `${provider.label} is not set up: ${provider.problems.join(' ')}`,
    })
  }
  return provider
}

type GetResourcesArgs = { mode: SyncMode; provider: Provider; resource: string | undefined }

const getResources = ({ mode, provider, resource: name }: GetResourcesArgs): string[] => {
  const hasMode = (resource: Resource): boolean => resource.scopes[mode] !== undefined
  if (name === undefined) {
    const able = [...provider.resources].filter(([, resource]) => hasMode(resource))
    if (able.length === 0) {
      throw new RefusedError({
        code: 'MODE_UNAVAILABLE',
        message: `No resource of ${provider.label} can be synced in mode ${mode}.`,
      })
    }
    return able.map(([resourceName]) => resourceName)
  }
  const resource = provider.resources.get(name)
  if (!resource) {
    const known = [...provider.resources.keys()].join(', ')
    throw new RefusedError({
      code: 'UNKNOWN_RESOURCE',
      message: `${provider.label} has no resource "${name}" (known: ${known}).`,
    })
  }
  if (!hasMode(resource)) {
    const modes = Object.keys(resource.scopes).join(', ')
    throw new RefusedError({
      code: 'MODE_UNAVAILABLE',
      message: `${provider.label} ${name} cannot be synced in mode ${mode} (it has: ${modes}).`,
    })
  }
  return [name]
}
