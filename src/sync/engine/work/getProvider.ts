import type { Connection, Provider } from '../../../sdk/index.js'

import { listProblems } from '../../../sdk/connections/listProblems.js'
import { listReadyConnections } from '../../../sdk/connections/listReadyConnections.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { findProvider } from './asked/findProvider.js'

type GetProviderArgs = {
  /** @default any that is set up */
  connection?: string
  provider: string
  providers: ReadonlyMap<string, Provider>
}

/**
 * A provider that can be asked, with the connection or with one of those it has.
 *
 * @throws RefusedError for a name nobody knows, or a provider or connection that
 * is not set up
 */
export const getProvider = ({
  connection: connectionName,
  provider: name,
  providers,
}: GetProviderArgs): Provider => {
  const provider = findProvider({ provider: name, providers })
  const connection =
    connectionName === undefined ? undefined : provider.connections.get(connectionName)
  if (connectionName !== undefined && !connection) {
    const known = [...provider.connections.keys()].join(', ')
    throw new RefusedError({
      code: 'UNKNOWN_CONNECTION',
      message: `${provider.label} has no connection "${connectionName}" (known: ${known}).`,
    })
  }
  const isReady = listReadyConnections(provider).some(
    (ready) => connection === undefined || ready === connection.name,
  )
  if (!isReady) {
    const problems = connection
      ? [...provider.problems, ...findConnectionProblems(connection)]
      : listProblems(provider)
    if (problems.length === 0) {
      problems.push('It has no active connection yet.')
    }
    throw new RefusedError({
      code: 'PROVIDER_NOT_CONFIGURED',
      message: `${provider.label} is not set up: ${problems.join(' ')}`,
    })
  }
  return provider
}

const findConnectionProblems = ({
  name,
  isActive = true,
  label = name,
  problems,
}: Connection): readonly string[] =>
  isActive ? problems : [`The connection "${label}" is not active.`]
