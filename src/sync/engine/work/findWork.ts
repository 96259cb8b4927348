import type { Provider, Resource, SyncMode } from '../../../sdk/index.js'

import { RefusedError } from '../../../shared/errors/index.js'
import { getProvider } from './getProvider.js'
import { getResource } from './getResource.js'

type FindWorkArgs = {
  /** @default any that is set up */
  connection?: string
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
  provider: providerName,
  providers,
  resource: name,
}: FindWorkArgs): string[] => {
  const provider = getProvider({ connection, provider: providerName, providers })
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
  const resource = getResource({ name, provider })
  if (!hasMode(resource)) {
    const modes = Object.keys(resource.scopes).join(', ')
    throw new RefusedError({
      code: 'MODE_UNAVAILABLE',
      message: `${provider.label} ${name} cannot be synced in mode ${mode} (it has: ${modes}).`,
    })
  }
  return [name]
}
