/**
 * The entity that each part of the API is counted under, as answers name it. Schedules and lists of
 * live matches draw on the matches, squads on an entity of their own.
 */
const ENTITIES: readonly (readonly [path: string, entity: string])[] = [
  ['/core/countries', 'Country'],
  ['/football/fixtures', 'Fixture'],
  ['/football/leagues', 'League'],
  ['/football/livescores', 'Fixture'],
  ['/football/seasons', 'Season'],
  ['/football/squads', 'PlayerTeam'],
  ['/football/teams', 'Team'],
]

/** The budgets that a request to this path counts against: one entity's, each hour. */
export const toBudgets = (path: string): string[] =>
  ENTITIES.filter(([part]) => path.startsWith(part)).map(([, entity]) => entity)
