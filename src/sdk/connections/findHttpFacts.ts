import type { HttpFacts } from '../http/HttpFacts.js'
import type { Provider } from '../Provider.js'

import { ResourceError } from '../../shared/errors/index.js'
import { fitsHeader } from '../options/optionRules.js'
import { DEFAULT_CONNECTION } from './Connection.js'
import { oncePerConnection } from './oncePerConnection.js'

/** What was made for a connection is kept: credentials that were renewed belong to it. */
const makeFacts = oncePerConnection(({ connection, provider }): HttpFacts | undefined => {
  const facts = provider.connect?.(connection)
  const credentials = Object.values(connection.credentials)
  const header = Object.entries(facts?.headers ?? {}).find(([, value]) => !fitsHeader(value))?.[0]
  if (header !== undefined) {
    throw new ResourceError(
      `The connection "${connection.name}" of ${provider.label} has characters in its header ` +
        `"${header}" that no header can carry. Check its credentials.`,
    )
  }
  return facts && { ...facts, secrets: [...new Set([...(facts.secrets ?? []), ...credentials])] }
})

type FindHttpFactsArgs = {
  /** @default the one called `default` */
  connection?: string
  provider: Provider
}

/**
 * What a provider's HTTP needs with one of its connections; `undefined` for a provider without HTTP
 * and for a connection it does not have. The same object each time, for the same provider and
 * connection.
 *
 * @throws ResourceError when the provider's `connect` fails, or the SyncError that it throws; without
 * a word of the credentials
 */
export const findHttpFacts = ({
  connection: name = DEFAULT_CONNECTION,
  provider,
}: FindHttpFactsArgs): HttpFacts | undefined => {
  const connection = provider.connections.get(name)
  return connection && (provider.http ?? makeFacts({ connection, provider }))
}
