import { sportmonks } from '../../../src/providers/sportmonks/index.js'
import { describeProvider } from '../../../src/testing/describeProvider.js'
import { readFixture } from '../readFixture.js'
import { NOW } from '../readResource.js'

const TOKEN = 'invented-token-7f3a'

const own = (name: string) => ({ body: readFixture(name) })

describeProvider({
  badOptions: [
    {
      createProvider: () => sportmonks({ apiToken: 'two words', daysBack: -1, leagues: [] }),
      names: ['apiToken', 'daysBack', 'leagues'],
    },
  ],
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
