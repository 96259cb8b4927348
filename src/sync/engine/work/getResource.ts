import type { Provider, Resource } from '../../../sdk/index.js'

import { RefusedError } from '../../../shared/errors/index.js'

type GetResourceArgs = { name: string; provider: Provider }

/** A resource of a provider. @throws RefusedError for a name nobody knows */
export const getResource = ({ name, provider }: GetResourceArgs): Resource => {
  const resource = provider.resources.get(name)
  if (!resource) {
    const known = [...provider.resources.keys()].join(', ')
    throw new RefusedError({
      code: 'UNKNOWN_RESOURCE',
      message: `${provider.label} has no resource "${name}" (known: ${known}).`,
    })
  }
  return resource
}
