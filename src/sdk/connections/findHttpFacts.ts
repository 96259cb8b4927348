import type { HttpFacts } from '../http/HttpFacts.js'
import type { Provider } from '../Provider.js'
import type { Connection } from './Connection.js'

import { isSyncError, ResourceError } from '../../shared/errors/index.js'
import { redact } from '../../shared/redact.js'
import { DEFAULT_CONNECTION } from './Connection.js'

/** What was made for a connection is kept: credentials that were renewed belong to it. */
const known = new WeakMap<Provider, WeakMap<Connection, HttpFacts>>()

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
 * @throws ResourceError when the provider's `connect` fails, without a word of the credentials
 */
export const findHttpFacts = ({
  connection: name = DEFAULT_CONNECTION,
  provider,
}: FindHttpFactsArgs): HttpFacts | undefined => {
  const connection = provider.connections.get(name)
  if (!connection || !provider.connect) {
    return connection && provider.http
  }
  const ofProvider = known.get(provider) ?? new WeakMap<Connection, HttpFacts>()
  known.set(provider, ofProvider)
  const facts =
    ofProvider.get(connection) ?? makeFacts({ connect: provider.connect, connection, provider })
  ofProvider.set(connection, facts)
  return facts
}

type MakeFactsArgs = {
  connect: NonNullable<Provider['connect']>
  connection: Connection
  provider: Provider
}

const makeFacts = ({ connect, connection, provider }: MakeFactsArgs): HttpFacts => {
  const credentials = Object.values(connection.credentials)
  try {
    const facts = connect(connection)
    return { ...facts, secrets: [...new Set([...(facts.secrets ?? []), ...credentials])] }
  } catch (error) {
    if (isSyncError(error)) {
      throw error
    }
    const reason = error instanceof Error ? error.message : String(error)
    // The cause is not kept: its stack may hold the credentials.
    throw new ResourceError(
      redact({
        secrets: credentials,
        text: `${provider.label} could not use its connection "${connection.name}": ${reason}`,
      }),
    )
  }
}
