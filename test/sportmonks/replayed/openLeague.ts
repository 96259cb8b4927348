import type { ReplayServer } from '../../../src/testing/replayServer.js'
import type { FootballProject } from '../../api-football/createFootballProject.js'

import { createClock } from '../../../dev/emulator/world/createClock.js'
import { sportmonks } from '../../../src/providers/sportmonks/index.js'
import { startReplayServer } from '../../../src/testing/replayServer.js'
import { createFootballProject } from '../../api-football/createFootballProject.js'
import { readFixture } from '../../contract/readFixture.js'
import { createParticipant } from '../../fixtures/sportmonks/createFixture.js'

/** A season as the provider lists it. */
export const SEASON = {
  id: 91_001,
  name: '2030/2031',
  ending_at: '2031-05-25',
  finished: false,
  is_current: true,
  league_id: 9101,
  starting_at: '2030-08-16',
}

const LEAGUE = {
  id: 9101,
  name: 'Harbour League',
  active: true,
  country_id: 9001,
  sub_type: 'domestic',
}

/** A list with one page. */
export const toPage = (data: readonly unknown[]) => ({
  body: {
    data,
    pagination: { count: data.length, has_more: false, next_cursor: null, per_page: 50 },
  },
})

/** "No result", in the words of "no access". */
export const NOTHING = { body: readFixture('no-results') }

/** An invented match as a row, 5 March 2031, 18:30. */
export const toRow = ({
  startsAt = '2031-03-05T18:30:00Z',
  ...changes
}: Record<string, unknown> = {}) => ({
  id: 940_001,
  name: 'Port Amber FC vs Stone Vale',
  events: [],
  league_id: 9101,
  participants: [createParticipant(), createParticipant({ location: 'away' })],
  periods: [],
  placeholder: false,
  scores: [],
  season: SEASON,
  season_id: SEASON.id,
  starting_at: String(startsAt).slice(0, 19).replace('T', ' '),
  starting_at_timestamp: Date.parse(String(startsAt)) / 1000,
  state_id: 1,
  ...changes,
})

/** A club as a list of teams has it. */
export const toTeamRow = (changes: Record<string, unknown> = {}) => {
  const { meta: _meta, ...team } = createParticipant(changes)
  return { ...team, venue: null }
}

type OpenLeagueArgs = {
  now: string
  seasons?: readonly (typeof SEASON)[]
}

export type OpenLeague = {
  server: ReplayServer
  /** What `/fixtures?filters=fixtureSeasons:<id>` answers. */
  setMatches: (rows: readonly unknown[]) => void
  /** Paths that were asked for since the last call. */
  takeAsked: () => string[]
} & FootballProject

/** An invented league with its seasons and two clubs, stored, on a server that answers as told. */
export const openLeague = async ({
  now,
  seasons = [SEASON],
}: OpenLeagueArgs): Promise<OpenLeague> => {
  const server = await startReplayServer()
  const project = await createFootballProject({
    clock: createClock({ at: new Date(now), isFrozen: true }),
    providers: [
      sportmonks({ apiToken: 'invented-token', baseUrl: server.baseUrl, leagues: [LEAGUE.id] }),
    ],
  })
  server.setRoute('/core/countries', toPage([{ id: 9001, name: 'Amberland', iso2: 'NL' }]))
  server.setRoute(`/football/leagues/${LEAGUE.id}`, ({ query }) => ({
    body: { data: query.include ? { ...LEAGUE, seasons } : LEAGUE },
  }))
  const teams = toPage([toTeamRow(), toTeamRow({ location: 'away' })])
  for (const { id } of seasons) {
    server.setRoute(`/football/teams/seasons/${id}`, teams)
  }
  for (const resource of ['countries', 'leagues', 'seasons', 'teams']) {
    await project.sync({ resource })
  }
  let taken = server.requests.length
  return {
    ...project,
    close: async () => {
      await project.close()
      await server.close()
    },
    server,
    setMatches: (rows) => {
      server.setRoute('/football/fixtures', toPage(rows))
    },
    takeAsked: () => {
      const asked = server.requests.slice(taken).map(({ path }) => path)
      taken = server.requests.length
      return asked
    },
  }
}
