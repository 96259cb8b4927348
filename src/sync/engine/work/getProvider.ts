import type { Provider } from '../../../sdk/index.js'

import { RefusedError } from '../../../shared/errors/index.js'
import { DEFAULT_CONNECTION } from '../../run/Run.js'

type GetProviderArgs = {
  /** @default the one whose credentials come from the config */
  connection?: string
  provider: string
  providers: ReadonlyMap<string, Provider>
}

/**
 * A provider that can be asked.
 *
 * @throws RefusedError for a name nobody knows, or a provider that is not set up
 */
export const getProvider = ({
  connection = DEFAULT_CONNECTION,
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
