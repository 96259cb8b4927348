import type { ScopedRecord } from './startProvider.js'

type ToGamesArgs = {
  count: number
  /** How many scopes they are spread over. @default 1 */
  scopes?: number
  score: number
}

/** Games with a score and a home team each, spread evenly over their scopes. */
export const toGames = ({ count, scopes = 1, score }: ToGamesArgs): ScopedRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `game-${String(index).padStart(4, '0')}`,
    name: `Game ${index}`,
    home: { id: `club-${index % 7}`, name: `Club ${index % 7}` },
    scope: `scope-${index % scopes}`,
    score,
  }))
