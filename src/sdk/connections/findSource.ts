import type { Provider } from '../Provider.js'

import { oncePerConnection } from './oncePerConnection.js'

/** A source may hold something open, such as a pool of connections: one is enough. */
const openSource = oncePerConnection(({ connection, provider }) => provider.source?.(connection))

type FindSourceArgs = { connection: string; provider: Provider }

/**
 * What a provider's `source` gives for one of its connections; `undefined` where it has none. The
 * same thing each time, for the same provider and connection.
 *
 * @throws ResourceError when the provider's `source` fails, without a word of the credentials
 */
export const findSource = ({ connection: name, provider }: FindSourceArgs): unknown => {
  const connection = provider.connections.get(name)
  return connection && openSource({ connection, provider })
}
