import type { Provider } from '../../../../sdk/index.js'

import { RefusedError } from '../../../../shared/errors/index.js'
import { getResource } from '../getResource.js'
import { findProvider } from './findProvider.js'

/** What is asked about: one provider or all, one resource or all. */
export type WorkFilter = { provider?: string | undefined; resource?: string | undefined }

type SelectProvidersArgs = { filter: WorkFilter; providers: ReadonlyMap<string, Provider> }

/**
 * The providers that are asked about, each with the resources that are.
 *
 * @throws RefusedError for a name nobody knows
 */
export const selectProviders = ({
  filter: { provider: name, resource },
  providers,
}: SelectProvidersArgs): Provider[] => {
  const named =
    name === undefined ? [...providers.values()] : [findProvider({ provider: name, providers })]
  if (resource === undefined) {
    return named
  }
  const able = named.filter((provider) => name !== undefined || provider.resources.has(resource))
  if (able.length === 0) {
    throw new RefusedError({
      code: 'UNKNOWN_RESOURCE',
      message: `No provider has a resource "${resource}".`,
    })
  }
  return able.map((provider) => ({
    ...provider,
    resources: new Map([[resource, getResource({ name: resource, provider })]]),
  }))
}
