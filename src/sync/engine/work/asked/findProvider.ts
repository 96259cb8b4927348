import type { Provider } from '../../../../sdk/index.js'

import { RefusedError } from '../../../../shared/errors/index.js'

type FindProviderArgs = { provider: string; providers: ReadonlyMap<string, Provider> }

/** A provider, set up or not. @throws RefusedError for a name nobody knows */
export const findProvider = ({ provider: name, providers }: FindProviderArgs): Provider => {
  const provider = providers.get(name)
  if (!provider) {
    const known = [...providers.keys()].join(', ') || 'none'
    throw new RefusedError({
      code: 'UNKNOWN_PROVIDER',
      message: `There is no provider "${name}" (known: ${known}).`,
    })
  }
  return provider
}
