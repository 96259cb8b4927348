import type { ApiFootballOptions } from '../../../src/providers/api-football/index.js'
import type { ApiFootballTest } from '../recorded/createApiFootballTest.js'

import { createAnswer } from '../../fixtures/api-football/createAnswer.js'
import { AWAY, HOME, LEAGUE_ID } from '../../fixtures/api-football/createFixtureRow.js'
import { createLeagueRow } from '../../fixtures/api-football/createLeagueRow.js'
import { createApiFootballTest } from '../recorded/createApiFootballTest.js'

type OpenLeagueArgs = {
  now: string
  options?: ApiFootballOptions
  row?: ReturnType<typeof createLeagueRow>
}

export type OpenLeague = {
  /** What `/fixtures` answers, by its query. */
  setFixtures: (route: (query: Readonly<Record<string, string>>) => readonly unknown[]) => void
  /** Paths with their queries that were asked for since the last call. */
  takeAsked: () => string[]
} & ApiFootballTest

/** An invented league with its seasons and two clubs, stored, on a server that answers as told. */
export const openLeague = async ({
  now,
  options = { leagues: [LEAGUE_ID] },
  row = createLeagueRow(),
}: OpenLeagueArgs): Promise<OpenLeague> => {
  const test = await createApiFootballTest({ now, options })
  const { server } = test
  const teams = [HOME, AWAY].map((team) => ({
    team: { ...team, code: 'AMB', country: 'Amberland', founded: 1899, national: false },
    venue: null,
  }))
  server.setRoute('/countries', createAnswer({ rows: [row.country] }))
  server.setRoute('/leagues', createAnswer({ rows: [row] }))
  server.setRoute('/teams', createAnswer({ rows: teams }))
  for (const resource of ['countries', 'leagues', 'seasons', 'teams']) {
    await test.sync({ resource })
  }
  let taken = server.requests.length
  return {
    ...test,
    setFixtures: (route) => {
      server.setRoute('/fixtures', ({ query }) => createAnswer({ rows: route(query) }))
    },
    takeAsked: () => {
      const asked = server.requests.slice(taken).map(({ url }) => url)
      taken = server.requests.length
      return asked
    },
  }
}
