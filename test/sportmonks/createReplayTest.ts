import type { SportmonksOptions } from '../../src/providers/sportmonks/index.js'
import type { Provider } from '../../src/sdk/index.js'
import type { ReplayServer } from '../../src/testing/replayServer.js'
import type { FootballProject } from '../api-football/createFootballProject.js'

import { createClock } from '../../dev/emulator/world/createClock.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createFootballProject } from '../api-football/createFootballProject.js'
import { AWAY_ID, createParticipant, HOME_ID } from '../fixtures/sportmonks/createFixture.js'

export const LEAGUE_ID = 9101
export const SEASON_ID = 91001

export const LEAGUE = {
  id: LEAGUE_ID,
  name: 'Harbour League',
  type: 'league',
  active: true,
  country_id: 9001,
  image_path: 'https://cdn.example.test/league.png',
  sub_type: 'domestic',
}

export const SEASON = {
  id: SEASON_ID,
  name: '2030/2031',
  ending_at: '2031-05-25',
  finished: false,
  is_current: true,
  league_id: LEAGUE_ID,
  starting_at: '2030-08-16',
}

export const NATIONAL_ID = 9203

const rest = {
  rate_limit: { remaining: 2900, requested_entity: 'Any', resets_in_seconds: 3000 },
  subscription: [],
  timezone: 'UTC',
}

/** A list in one page, as Sportmonks wraps it. */
export const createPage = (data: readonly unknown[]) => ({
  body: {
    data,
    pagination: {
      count: data.length,
      current_page: 1,
      has_more: false,
      next_cursor: null,
      next_page: null,
      per_page: 50,
    },
    ...rest,
  },
})

/** One record, as Sportmonks wraps it. */
export const createOne = (data: unknown) => ({ body: { data, ...rest } })

/** The answer where there is nothing. */
export const createNone = () => ({ body: { message: 'No result(s) found.', ...rest } })

export type ReplayTest = {
  provider: Provider
  server: ReplayServer
  /** What the league lists from now on. */
  setSeasons: (seasons: readonly Record<string, unknown>[]) => void
} & FootballProject

type CreateReplayTestArgs = { now?: string; options?: SportmonksOptions }

/** A Sportmonks project in which a league, its season, two clubs and a country are stored. */
export const createReplayTest = async ({
  now = '2031-03-05T12:00:00Z',
  options,
}: CreateReplayTestArgs = {}): Promise<ReplayTest> => {
  const server = await startReplayServer()
  const provider = sportmonks({
    apiToken: 'invented-token',
    baseUrl: server.baseUrl,
    leagues: [LEAGUE_ID],
    ...options,
  })
  const project = await createFootballProject({
    clock: createClock({ at: new Date(now), isFrozen: true }),
    providers: [provider],
  })
  const teams = [
    { id: HOME_ID, name: 'Port Amber', type: 'domestic' },
    { id: AWAY_ID, name: 'Stone Vale', type: 'domestic' },
    { id: NATIONAL_ID, name: 'Amberland', type: 'national' },
  ].map((team) => ({ ...createParticipant(), venue: null, ...team }))
  const setSeasons: ReplayTest['setSeasons'] = (seasons) => {
    server.setRoute(`/football/leagues/${LEAGUE_ID}`, ({ query }) =>
      createOne(query.include === 'seasons' ? { ...LEAGUE, seasons } : LEAGUE),
    )
  }
  const countries = [{ id: 9001, name: 'Amberland', iso2: 'NL' }]
  server.setRoute('/core/countries', createPage(countries))
  server.setRoute(`/football/teams/seasons/${SEASON_ID}`, createPage(teams))
  setSeasons([SEASON])
  for (const resource of ['countries', 'leagues', 'seasons', 'teams']) {
    const { error, status } = await project.sync({ resource })
    if (status !== 'completed') {
      throw new Error(`${resource} ended ${status}: ${error?.message}`)
    }
  }
  project.takeWrites()
  return {
    ...project,
    close: async () => {
      await project.close()
      await server.close()
    },
    provider,
    server,
    setSeasons,
  }
}
