import { existsSync } from 'node:fs'

import type { ProviderCase } from '../../../src/testing/ProviderFacts.js'
import type { ChangeRows } from '../../../src/testing/reading/changeRows.js'

import { apiFootball } from '../../../src/providers/api-football/index.js'
import { describeProvider } from '../../../src/testing/describeProvider.js'
import { createAnswer } from '../../fixtures/api-football/createAnswer.js'
import { createFixtureRow } from '../../fixtures/api-football/createFixtureRow.js'
import { createLeagueRow } from '../../fixtures/api-football/createLeagueRow.js'
import { readRecording, RECORDINGS } from '../../recordings/readRecording.js'
import { NOW } from '../readResource.js'

const KEY = 'invented-key-7f3a'

type Answer = ReturnType<typeof createAnswer>['body']

/** The answer counts its rows, so they cannot be changed alone. */
const changeRows: ChangeRows = ({ answer, change }) => {
  const body = answer.body as Answer
  const response = change(body.response)
  return { ...answer, body: { ...body, response, results: response.length } }
}

const countries = [
  { name: 'Amberland', code: 'NL', flag: 'https://media.example.test/nl.svg' },
  { name: 'World', code: null, flag: null },
]

const teams = [
  {
    team: { id: 9201, name: 'Port Amber', code: 'AMB', country: 'Amberland', national: false },
    venue: { name: 'Quay Park', capacity: 12000, city: 'Amber' },
  },
  {
    team: { id: 9202, name: 'Stone Vale', code: null, country: 'Amberland', founded: 1899 },
    venue: { name: null, capacity: null, city: null },
  },
]

const squad = {
  players: [
    {
      id: 5,
      name: 'P. Gulls',
      number: 7,
      photo: 'https://media.example.test/5.png',
      position: 'Attacker',
    },
    { id: 6, name: 'R. Reef', number: null, position: 'Goalkeeper' },
  ],
  team: { id: 9201, name: 'Port Amber' },
}

const toPlayer = (id: number, name: string) => ({
  player: {
    id,
    name,
    birth: { date: '2008-02-29' },
    height: '187 cm',
    nationality: 'Amberland',
    weight: null,
  },
  statistics: [],
})

const played = createFixtureRow({
  elapsed: 90,
  events: [
    {
      type: 'Goal',
      detail: 'Normal Goal',
      player: { name: 'A. Quay' },
      team: { id: 9201 },
      time: { elapsed: 10 },
    },
  ],
  goals: { away: 0, home: 1 },
  score: { fulltime: { away: 0, home: 1 }, halftime: { away: 0, home: 1 } },
  short: 'FT',
  winner: 'home',
})

/** What developers published: a cup with 879 matches would take minutes, an evening does not. */
const listRecordedCases = (): ProviderCase[] => [
  { mode: 'live', resource: 'matches' },
  {
    name: 'recorded',
    createProvider: ({ baseUrl }) => apiFootball({ apiKey: KEY, baseUrl }),
    mode: 'live',
    resource: 'matches',
    routes: {
      '/fixtures': ({ query }) =>
        query.live === undefined
          ? createAnswer({ rows: [{ ...played, fixture: { ...played.fixture, id: 940_009 } }] })
          : { body: readRecording('live/live-all-2024-05-11-246-matches.json') },
    },
  },
]

describeProvider({
  badOptions: [
    {
      createProvider: () => apiFootball({ apiKey: 'two words', daysBack: -1, leagues: [] }),
      names: ['apiKey', 'daysBack', 'leagues'],
    },
  ],
  // The recordings have no licence that would let them into the repository.
  cases: existsSync(RECORDINGS) ? listRecordedCases() : [],
  changeRows,
  createProvider: ({ baseUrl }) =>
    apiFootball({ apiKey: KEY, baseUrl, leagues: [9101], playerDetails: true }),
  // They depend on the status as well, and nothing of them is known without it.
  derivedFields: ['halftime.away', 'halftime.home', 'minute', 'winner'],
  // Without anything in `errors` an empty list is one.
  emptyList: 'page',
  now: NOW,
  routes: {
    '/countries': createAnswer({ rows: countries }),
    '/fixtures': ({ query }) =>
      createAnswer({
        rows:
          query.live === undefined && query.id === undefined
            ? [played, createFixtureRow({ id: 940_002 })]
            : [
                query.id === undefined
                  ? createFixtureRow({ elapsed: 12, short: '1H' })
                  : { ...played, fixture: { ...played.fixture, id: Number(query.id) } },
              ],
      }),
    '/leagues': createAnswer({
      rows: [createLeagueRow(), createLeagueRow({ id: 9102, name: 'Harbour Cup' })],
    }),
    '/players': ({ query: { page = '1' } }) =>
      createAnswer({
        current: Number(page),
        rows: [toPlayer(5 + Number(page), `Player ${page}`)],
        total: 3,
      }),
    '/players/squads': createAnswer({ rows: [squad] }),
    '/teams': createAnswer({ rows: teams }),
  },
  secrets: [KEY],
  stored: {
    leagues: [{ document: { name: 'Harbour League' }, externalId: '9101' }],
    matches: [
      {
        document: { startsAt: '2031-03-05T18:00:00.000Z', state: 'live' },
        externalId: '940009',
      },
    ],
    seasons: [
      {
        document: {
          name: '2030',
          endDate: '2031-05-25T12:00:00.000Z',
          isCurrent: true,
          league: { externalId: '9101', kind: 'sync-reference', resource: 'leagues' },
          startDate: '2030-08-16T12:00:00.000Z',
          year: 2030,
        },
        externalId: '9101:2030:2030-08-16',
      },
    ],
    teams: [{ document: { name: 'Port Amber', isNational: false }, externalId: '9201' }],
  },
})
