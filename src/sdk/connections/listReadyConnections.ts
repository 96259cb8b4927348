import type { Provider } from '../Provider.js'

/** The names of a provider's connections that nothing is missing for, in the order of the config. */
export const listReadyConnections = ({ connections, problems }: Provider): string[] =>
  problems.length > 0
    ? []
    : [...connections.values()]
        .filter((connection) => connection.problems.length === 0)
        .map(({ name }) => name)
