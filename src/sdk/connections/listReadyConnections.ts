import type { Provider } from '../Provider.js'

/**
 * The names of a provider's active connections that nothing is missing for: those of the config in
 * its order, then those of people.
 */
export const listReadyConnections = ({ connections, problems }: Provider): string[] =>
  problems.length > 0
    ? []
    : [...connections.values()]
        .filter(({ isActive = true, problems: own }) => isActive && own.length === 0)
        .map(({ name }) => name)
