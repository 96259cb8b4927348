import type { Provider } from '../Provider.js'

import { isStoredName } from './Connection.js'

/**
 * Which connections somebody may know of, of those that people entered: all, or those of these
 * names. Those of the config are everybody's who may see anything.
 */
export type Sight = 'all' | readonly string[]

type IsInSightArgs = { connection: string; sight: Sight }

/** Whether somebody may know of a connection. */
export const isInSight = ({ connection, sight }: IsInSightArgs): boolean =>
  sight === 'all' || !isStoredName(connection) || sight.includes(connection)

type LimitProvidersArgs = { providers: ReadonlyMap<string, Provider>; sight: Sight }

/**
 * Providers as somebody knows them, for lists and words: without the connections that are not for
 * them. Ask with the originals: what is made for a connection is kept with them.
 */
export const limitProviders = ({
  providers,
  sight,
}: LimitProvidersArgs): ReadonlyMap<string, Provider> =>
  sight === 'all'
    ? providers
    : new Map([...providers].map(([name, provider]) => [name, limitProvider({ provider, sight })]))

const limitProvider = ({ provider, sight }: { provider: Provider; sight: Sight }): Provider => {
  const connections = [...provider.connections]
  const seen = connections.filter(([connection]) => isInSight({ connection, sight }))
  return seen.length === connections.length ? provider : { ...provider, connections: new Map(seen) }
}
