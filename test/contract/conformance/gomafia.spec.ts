import type { ChangeRows } from '../../../src/testing/reading/changeRows.js'
import type { ReplayRoute } from '../../../src/testing/replayServer.js'

import { createGomafiaSite } from '../../../dev/emulator/providers/gomafia/GomafiaSite.js'
import { answerApi } from '../../../dev/emulator/providers/gomafia/routes/answerApi.js'
import { gomafia } from '../../../src/providers/gomafia/index.js'
import { describeProvider } from '../../../src/testing/describeProvider.js'

/** Eleven players are a page of the rating and one player more. */
const { world } = createGomafiaSite({ players: 11, tournaments: 1 })

const METHODS = ['club/getTop', 'stats/get', 'tournament/get', 'tournament/getAll', 'user/getTop']

/** The site's API, which has no memory: pages know the build they are of. */
const route =
  (method: string): ReplayRoute =>
  ({ body }) => ({ body: answerApi({ form: new URLSearchParams(body), method, world }) })

/**
 * Lists of one row. Each row of a list is a page of its own to be read, so a list with a row less is
 * read with fewer pages, and was not taken for the last one.
 */
const changeLast: ChangeRows = ({ answer, change }) => {
  const { data } = answer.body as { data: unknown }
  return Array.isArray(data) && data.length === 1
    ? { ...answer, body: { data: change(data), result: 'success' } }
    : undefined
}

/** A page of a player is no list: it is there, or it is not. */
const changePage: ChangeRows = ({ answer, change }) =>
  change([answer]).length > 0 ? { ...answer } : { body: { data: null, result: 'fail' } }

const SEAT = {
  name: 'Nick',
  elo: 1500,
  eloChange: 3,
  player: '100',
  points: 0.5,
  role: 'don',
  seat: 1,
}

const TOURNAMENT = {
  document: {
    rounds: [{ referee: 'Judge', round: 1, seats: [SEAT], table: 1, winner: 'city' }],
    title: 'Cup',
  },
  externalId: '2000',
  lastChangedAt: '2025-08-28T08:00:00.000Z',
}

describeProvider({
  badOptions: [
    {
      createProvider: () =>
        gomafia({ checkAfterHours: 0, schedule: 'daily', sources: ['page' as 'api'] }),
      names: ['checkAfterHours', 'schedule', 'sources'],
    },
  ],
  cases: [
    { changeRows: changeLast, emptyList: 'end', mode: 'full', resource: 'players' },
    {
      changeRows: changePage,
      mode: 'incremental',
      resource: 'players',
      // A single page that cannot be read is an issue; three in a row end the run.
      stored: {
        players: ['100', '101', '102'].map((externalId) => ({
          document: {},
          externalId,
          isStub: true,
        })),
      },
    },
    { changeRows: changeLast, emptyList: 'end', resource: 'tournaments' },
    { resource: 'games', stored: { tournaments: [TOURNAMENT] } },
  ],
  createProvider: ({ baseUrl }) =>
    gomafia({
      baseUrl,
      maxRequests: 10_000,
      retryDelayMs: 1,
      robots: false,
      sources: ['api'],
      windowMs: 1,
    }),
  emptyList: 'page',
  now: new Date('2025-08-28T09:00:00Z'),
  routes: Object.fromEntries(METHODS.map((method) => [`/api/${method}`, route(method)])),
  secrets: [],
})
