import type { Provider } from '../Provider.js'

import { isFileImport } from '../files/FileImport.js'
import { oncePerConnection } from './oncePerConnection.js'
import { toConnectionError } from './toConnectionError.js'

/** A source may hold something open, such as a pool of connections: one is enough. */
const openSource = oncePerConnection(async ({ connection, provider }): Promise<unknown> => {
  try {
    return await (isFileImport(provider.source) ? undefined : provider.source?.(connection))
  } catch (error) {
    throw toConnectionError({ connection, error, provider })
  }
})

type FindSourceArgs = { connection: string; provider: Provider }

/**
 * What a provider's `source` gives for one of its connections; `undefined` where it has none, and
 * where records come in files. The same thing each time, for the same provider and connection. A source that failed is opened again.
 *
 * @throws ResourceError when the provider's `source` fails, or the SyncError that it throws; without
 * a word of the credentials
 */
export const findSource = async ({
  connection: name,
  provider,
}: FindSourceArgs): Promise<unknown> => {
  const connection = provider.connections.get(name)
  return connection && (await openSource({ connection, provider }))
}
