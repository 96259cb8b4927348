import type { ChangeRows } from '../../../src/testing/reading/changeRows.js'
import type { ReplayRoute } from '../../../src/testing/replayServer.js'

import { prestosports } from '../../../src/providers/prestosports/index.js'
import { describeProvider } from '../../../src/testing/describeProvider.js'
import { createEvent, FINAL, GAME_ID, HOME_ID, LIVE } from '../../prestosports/createPrestoTest.js'
import { findRecordings } from '../../recordings/findRecordings.js'

const PASSWORD = 'invented-password-7f3a'

const [reduced] = findRecordings('prestosports')

const box = (name: string): ReplayRoute => ({
  body: { data: { xml: reduced!.readText(`boxscore-baseball-${name}.xml`) } },
})

const live = createEvent({ ...LIVE, score: { away: '1', home: '2' } })
const final = createEvent({
  ...FINAL,
  eventId: 'gamegamegamegam2',
  score: { away: '1', home: '2' },
})
/** The next game, and one that was played: three on two pages. */
const NEXT = createEvent({ eventId: 'gamegamegamegam3' })
const TEAM = live.teams.homeTeam

const STATS = { ab: '12', avg: '.250', gp: '4', h: '3', ip: '5.2', pk: '-', sv: '1' }

const STORED = {
  document: {
    homeTeam: HOME_ID,
    lineScore: {},
    startsAt: '2030-03-09T22:30:00.000Z',
    state: 'live',
    title: 'Harbour Owls at Stone Tigers',
  },
  externalId: GAME_ID,
  lastChangedAt: '2030-03-09T23:00:00.000Z',
}

/** The rows of a box score are players inside XML inside JSON. */
const changePlayers: ChangeRows = ({ answer, change }) => {
  const { data } = answer.body as { data: { xml?: string } }
  const xml = data.xml?.replaceAll(/(?:<player .*?<\/player>\s*)+/gs, (players) =>
    change(players.match(/<player .*?<\/player>/gs) ?? []).join(''),
  )
  return xml === undefined ? undefined : { ...answer, body: { data: { xml } } }
}

describeProvider({
  badOptions: [
    {
      createProvider: () =>
        prestosports({ baseUrl: 'ftp://example.test', connections: { tigers: 7 as never } }),
      names: ['baseUrl', 'connections'],
    },
  ],
  cases: [
    // Whoever has nothing to show may have no access.
    { emptyList: 'failure', resource: 'teams' },
    // That a game has no box score yet is said with status 404, and is no failure of the game.
    { mode: 'full', resource: 'matches', stored: { matches: [] } },
    {
      changeRows: ({ answer, change }) =>
        change([answer]).length > 0 ? { ...answer } : { body: { message: 'Gone.' }, status: 404 },
      mode: 'live',
      resource: 'matches',
      routes: { [`/events/${GAME_ID}`]: { body: { data: createEvent() } } },
      stored: { matches: [STORED] },
    },
    { changeRows: changePlayers, resource: 'boxScores' },
    {
      changeRows: ({ answer, change }) => {
        const { data } = answer.body as { data: unknown }
        return Array.isArray(data) && JSON.stringify(data).includes('playerId')
          ? { ...answer, body: { data: change(data) } }
          : undefined
      },
      resource: 'seasonStats',
    },
  ],
  createProvider: ({ baseUrl }) =>
    prestosports({
      baseUrl,
      connections: {
        tigers: {
          credentials: { password: PASSWORD, username: 'coach@example.test' },
          settings: { team: HOME_ID },
        },
      },
    }),
  // Both scores may be missing, and then nobody has won.
  derivedFields: ['state', 'title', 'winner'],
  // A roster and a schedule are empty before the season.
  emptyList: 'page',
  now: new Date('2030-03-09T23:30:00Z'),
  routes: {
    '/auth/token': { body: { idToken: 'invented-token-1', refreshToken: 'invented-refresh-1' } },
    '/auth/token/refresh': { body: { idToken: 'invented-token-2' } },
    '/events/gamegamegamegam2': { body: { data: final } },
    '/events/gamegamegamegam2/stats': box('final'),
    '/me/teams': { body: { data: [TEAM, { ...TEAM, teamId: 'anotheranothera1' }] } },
    '/stats/player/dunecydunecydu01/career': {
      body: {
        data: { seasons: [{ player: { stats: STATS }, seasonId: 's1', seasonName: 'One' }] },
      },
    },
    [`/events/${GAME_ID}/livestats`]: box('live'),
    [`/events/${GAME_ID}`]: { body: { data: live } },
    [`/stats/teams/${HOME_ID}/events`]: { body: { data: [{ eventId: GAME_ID, stats: STATS }] } },
    [`/stats/teams/${HOME_ID}/players`]: {
      body: {
        data: [{ firstName: 'Cy', lastName: 'Dune', playerId: 'dunecydunecydu01', stats: STATS }],
      },
    },
    [`/stats/teams/${HOME_ID}/record`]: { body: { data: { overall: '7-8' } } },
    [`/stats/teams/${HOME_ID}/stats`]: { body: { data: { stats: STATS } } },
    [`/teams/${HOME_ID}/events`]: ({ query }) =>
      query.pageNumber === '0'
        ? { body: { data: [live, NEXT], totalElements: 3 } }
        : { body: { data: [final], totalElements: 3 } },
    [`/teams/${HOME_ID}/players`]: {
      body: {
        data: [
          {
            attributes: { bats_throws: 'R/L', number: '1' },
            dob: '3/9/2008',
            firstName: 'Cy',
            height: '6-2',
            lastName: 'Dune',
            playerId: 'dunecydunecydu01',
            weight: '190',
          },
          { firstName: 'Bo', lastName: 'Cliff', playerId: 'cliffbocliffbo01', uniform: '07' },
          { firstName: 'Coach', lastName: 'Hill', playerId: null },
        ],
      },
    },
  },
  secrets: [PASSWORD],
  stored: {
    matches: [
      STORED,
      {
        document: {
          homeTeam: HOME_ID,
          lineScore: {},
          startsAt: '2030-03-09T18:30:00.000Z',
          state: 'finished',
          title: 'Harbour Owls at Stone Tigers',
        },
        externalId: 'gamegamegamegam2',
        lastChangedAt: '2030-03-09T23:00:00.000Z',
      },
    ],
    players: [{ document: { name: 'Cy Dune', team: HOME_ID }, externalId: 'dunecydunecydu01' }],
    teams: [
      { document: { name: 'Stone Tigers', seasonName: 'Baseball 2030' }, externalId: HOME_ID },
    ],
  },
})
