import { z } from 'zod'

import type { Provider, SyncDocument } from '../../../../src/sdk/index.js'
import type { BenchMatch } from './matches.js'

import { soccer } from '../../../../src/content/soccer/index.js'
import { defineProvider, defineResource, toReference } from '../../../../src/sdk/index.js'
import { TEAMS, toMatchDocument, toShowDocument } from './matches.js'

type CreateBenchProviderArgs = {
  baseUrl: string
  /** Told when a run asks for its first page. */
  onFirst: () => void
}

const pageSchema = z.looseObject({ next: z.number().optional(), records: z.array(z.unknown()) })

const matchSchema = z.looseObject({
  id: z.string(),
  awayScore: z.number(),
  awayTeam: z.string(),
  homeScore: z.number(),
  homeTeam: z.string(),
  referee: z.string(),
  startsAt: z.iso.datetime(),
  state: z.enum(['finished', 'live']),
  title: z.string(),
})

/** Matches with all that the soccer kit does for them, and shows in a collection with lists. */
export const createBenchProvider = ({ baseUrl, onFirst }: CreateBenchProviderArgs): Provider => {
  const define = (args: {
    collection: string
    map: (match: BenchMatch) => SyncDocument
    references?: string[]
  }) =>
    defineResource({
      ...args,
      externalId: ({ id }) => id,
      fetchPage: async ({ cursor, http, signal }) => {
        if (cursor === undefined) {
          onFirst()
        }
        const query = { page: Number(cursor ?? 0) }
        const { next, records } = await http.get('/records', { query, schema: pageSchema, signal })
        return { next, records }
      },
      schema: matchSchema,
      scopes: {
        full: () => [{ key: 'all', label: 'All', params: {}, provesAbsence: true }],
        live: () => [{ key: 'live', label: 'Live', params: {} }],
      },
    })
  return defineProvider({
    name: 'bench',
    content: soccer,
    http: { baseUrl },
    resources: {
      matches: define({
        collection: 'matches',
        map: (match) => ({
          ...toMatchDocument(match),
          awayTeam: toReference({ id: match.awayTeam, resource: 'teams' }),
          homeTeam: toReference({ id: match.homeTeam, resource: 'teams' }),
        }),
        references: ['teams'],
      }),
      shows: define({ collection: 'shows', map: toShowDocument }),
      teams: defineResource({
        collection: 'teams',
        externalId: ({ id }) => id,
        fetchPage: () =>
          Promise.resolve({
            records: Array.from({ length: TEAMS }, (_, id) => ({ id: String(id) })),
          }),
        map: ({ id }) => ({ name: `Team ${id}` }),
        schema: z.object({ id: z.string() }),
        scopes: { full: () => [{ key: 'all', label: 'All', params: {} }] },
      }),
    },
  })
}
