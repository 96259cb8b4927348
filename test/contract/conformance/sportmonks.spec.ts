import { existsSync, readFileSync } from 'node:fs'

import type { ProviderCase } from '../../../src/testing/ProviderFacts.js'

import { sportmonks } from '../../../src/providers/sportmonks/index.js'
import { describeProvider } from '../../../src/testing/describeProvider.js'
import { RECORDINGS } from '../describeSportmonksRecordings.js'
import { readFixture } from '../readFixture.js'
import { NOW } from '../readResource.js'

const TOKEN = 'invented-token-7f3a'

const own = (name: string) => ({ body: readFixture(name) })

type Recorded = { data: { id: number }[]; pagination?: object }

const readRecorded = (path: string): Recorded =>
  JSON.parse(readFileSync(`${RECORDINGS}${path}`, 'utf8')) as Recorded

/** What developers published, read without the invented leagues. */
const listRecordedCases = (): ProviderCase[] => {
  const name = 'recorded'
  const createProvider: ProviderCase['createProvider'] = ({ baseUrl }) =>
    sportmonks({ apiToken: TOKEN, baseUrl: `${baseUrl}/v3`, daysAhead: 28 })
  const window = readRecorded('fixtures/fixtures-between-page-1.json')
  // Only its first page was published: a few of its rows stand in for the second.
  const rest: Recorded = {
    ...window,
    data: window.data.slice(20).map((row) => ({ ...row, id: row.id + 1_000_000 })),
    pagination: { ...window.pagination, current_page: 2, has_more: false },
  }
  return [
    { resource: 'leagues' },
    {
      name,
      createProvider,
      resource: 'leagues',
      routes: {
        '/v3/football/leagues': { body: readRecorded('leagues/leagues-2026-08-free-plan.json') },
      },
    },
    { mode: 'incremental', resource: 'matches' },
    {
      name,
      createProvider,
      mode: 'incremental',
      now: new Date('2023-12-06T12:00:00Z'),
      resource: 'matches',
      routes: {
        '/v3/football/fixtures/between/2023-12-03/2024-01-03': ({ query }) => ({
          body: query.page === '2' ? rest : window,
        }),
      },
    },
    { mode: 'live', resource: 'matches' },
    {
      name,
      createProvider,
      mode: 'live',
      resource: 'matches',
      routes: {
        '/v3/football/livescores/inplay': {
          body: readRecorded('livescores/inplay-18862020.json'),
        },
      },
    },
  ]
}

describeProvider({
  badOptions: [
    {
      createProvider: () => sportmonks({ apiToken: 'two words', daysBack: -1, leagues: [] }),
      names: ['apiToken', 'daysBack', 'leagues'],
    },
  ],
  // The recordings have no licence that would let them into the repository.
  cases: existsSync(RECORDINGS) ? listRecordedCases() : [],
  createProvider: ({ baseUrl }) =>
    sportmonks({ apiToken: TOKEN, baseUrl: `${baseUrl}/v3`, leagues: [9101] }),
  // An answer with `data` is whole, and its `pagination` says whether more follow.
  emptyList: 'page',
  now: NOW,
  routes: {
    '/v3/core/countries': ({ query }) =>
      own(query.cursor === undefined ? 'countries-page-1' : 'countries-page-2'),
    '/v3/football/fixtures': ({ query }) =>
      own(
        query.cursor === undefined
          ? 'fixtures-season-91001-page-1'
          : 'fixtures-season-91001-page-2',
      ),
    '/v3/football/fixtures/between/2031-03-02/2031-03-19': own('fixtures-season-91001-page-2'),
    '/v3/football/fixtures/multi/940011': own('fixture-940011-finished'),
    '/v3/football/leagues/9101': own('league-9101-with-seasons'),
    '/v3/football/livescores/inplay': own('inplay'),
    '/v3/football/squads/teams/9201': own('squad-team-9201'),
    '/v3/football/teams/seasons/91001': own('teams-season-91001'),
  },
  secrets: [TOKEN],
  stored: {
    leagues: [{ document: { name: 'Harbour League' }, externalId: '9101' }],
    matches: [{ document: { state: 'live' }, externalId: '940011' }],
    seasons: [
      {
        document: { name: '2030/2031', isCurrent: true, league: '9101' },
        externalId: '91001',
      },
    ],
    teams: [{ document: { name: 'Port Amber', isNational: false }, externalId: '9201' }],
  },
})
