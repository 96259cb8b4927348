import type { ApiFootballOptions } from '../../src/providers/api-football/index.js'
import type { ApiFootballTest } from './recorded/createApiFootballTest.js'

import { createAnswer } from '../fixtures/api-football/createAnswer.js'
import { AWAY, HOME, LEAGUE_ID } from '../fixtures/api-football/createFixtureRow.js'
import { createLeagueRow } from '../fixtures/api-football/createLeagueRow.js'
import { createApiFootballTest } from './recorded/createApiFootballTest.js'

export const NATIONAL = { ...HOME, id: 9203, name: 'Amberland' }

type CreateClubsTestArgs = { now?: string; options?: ApiFootballOptions }

/** An API-Football project in which a league, its season, two clubs and a country are stored. */
export const createClubsTest = async ({
  now = '2031-03-05T12:00:00Z',
  options,
}: CreateClubsTestArgs = {}): Promise<ApiFootballTest> => {
  const test = await createApiFootballTest({ now, options: { leagues: [LEAGUE_ID], ...options } })
  const league = createLeagueRow({ id: LEAGUE_ID })
  const teams = [HOME, AWAY, NATIONAL].map((team) => ({
    team: { ...team, country: 'Amberland', national: team === NATIONAL },
    venue: null,
  }))
  test.server.setRoute('/countries', createAnswer({ rows: [league.country] }))
  test.server.setRoute('/leagues', createAnswer({ rows: [league] }))
  test.server.setRoute('/teams', createAnswer({ rows: teams }))
  for (const resource of ['countries', 'leagues', 'seasons', 'teams']) {
    await test.sync({ resource })
  }
  test.takeWrites()
  return test
}
