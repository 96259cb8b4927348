import type { Provider } from '../../../sdk/index.js'

import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'
import { RefusedError } from '../../../shared/errors/index.js'

type GetProviderArgs = {
  /** @default the one called `default` */
  connection?: string
  provider: string
  providers: ReadonlyMap<string, Provider>
}

/**
 * A provider that can be asked.
 *
 * @throws RefusedError for a name nobody knows, or a provider or connection that
 * is not set up
 */
export const getProvider = ({
  connection: connectionName = DEFAULT_CONNECTION,
  provider: name,
  providers,
}: GetProviderArgs): Provider => {
  const provider = providers.get(name)
  if (!provider) {
    const known = [...providers.keys()].join(', ') || 'none'
    throw new RefusedError({
      code: 'UNKNOWN_PROVIDER',
      message: `There is no provider "${name}" (known: ${known}).`,
    })
  }
  const connection = provider.connections.get(connectionName)
  if (!connection) {
    const known = [...provider.connections.keys()].join(', ')
    throw new RefusedError({
      code: 'UNKNOWN_CONNECTION',
      message: `${provider.label} has no connection "${connectionName}" (known: ${known}).`,
    })
  }
  const problems = [...provider.problems, ...connection.problems]
  if (problems.length > 0) {
    throw new RefusedError({
      code: 'PROVIDER_NOT_CONFIGURED',
      message: `${provider.label} is not set up: ${problems.join(' ')}`,
    })
  }
  return provider
}
