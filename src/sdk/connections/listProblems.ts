import type { Provider } from '../Provider.js'

import { DEFAULT_CONNECTION } from './Connection.js'

/**
 * What is missing before a provider can be asked, in words: its own problems, and then those of its
 * connections. Where it has others than the default one, each of theirs begins with the name of
 * its connection.
 */
export const listProblems = ({ connections, problems }: Provider): string[] => {
  const hasNamed = [...connections.keys()].some((name) => name !== DEFAULT_CONNECTION)
  return [
    ...problems,
    ...[...connections.values()].flatMap(
      ({ name, isActive = true, label = name, problems: own }) =>
        isActive ? own.map((problem) => (hasNamed ? `${label}: ${problem}` : problem)) : [],
    ),
  ]
}
