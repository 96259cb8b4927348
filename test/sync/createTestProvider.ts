import { z } from 'zod'

import type { MatchDocument, Provider, Scope, TeamDocument } from '../../src/sdk/index.js'
import type { JsonObject } from '../../src/shared/json.js'
import type { ReplayAnswer } from '../../src/testing/replayServer.js'

import { defineProvider, defineResource, reference } from '../../src/sdk/index.js'
import { startReplayServer } from '../../src/testing/replayServer.js'

/** A record as the test provider sends it. */
export type TestRecord = { id: string } & JsonObject

type CreateTestProviderArgs = {
  /** @default 'test' */
  name?: string
  /** Records on one page. @default 10 */
  pageSize?: number
  /** Records that `games` begins with. @default none */
  records?: readonly TestRecord[]
  /** Cuts `games` into scopes: the group of a record, or everything in one. */
  scopeOf?: (record: TestRecord) => string
}

export type TestProvider = {
  /** Adds a record, or changes fields of one. */
  answerWith: (id: string, fields: JsonObject) => void
  close: () => Promise<void>
  /** Answers this instead of a page of `games`, until it is `undefined` again. */
  failWith: (answer: ((page: number) => ReplayAnswer | undefined) | undefined) => void
  provider: Provider
  remove: (id: string) => void
  /** Every page asked for so far. */
  requests: () => number
}

const pageSchema = z.looseObject({
  next: z.number().optional(),
  records: z.array(z.unknown()),
})

/** `error` comes with status 200, as several real providers do it. */
const failureSchema = z.looseObject({
  error: z.string().optional(),
  refusal: z.string().optional(),
})

const gameSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  away: z.looseObject({ id: z.string(), name: z.string().optional() }).nullish(),
  city: z.string().nullish(),
  home: z.looseObject({ id: z.string(), name: z.string().optional() }).nullish(),
  kickOff: z.iso.datetime().nullish(),
  score: z.number().nullish(),
  stadium: z.string().nullish(),
})

const clubSchema = z.looseObject({ id: z.string(), name: z.string() })

export const TEST_TOKEN = 'test-token-that-stays-secret'

/** An outside system of its own kind, over real HTTP: pages of games, and the clubs in them. */
export const createTestProvider = async ({
  name = 'test',
  pageSize = 10,
  records = [],
  scopeOf = () => 'all',
}: CreateTestProviderArgs = {}): Promise<TestProvider> => {
  const games = new Map(records.map((record) => [record.id, record]))
  let failure: ((page: number) => ReplayAnswer | undefined) | undefined

  const server = await startReplayServer({
    routes: {
      '/clubs': { body: { records: [] } },
      '/games': ({ query }) => {
        const page = Number(query.page ?? 0)
        const inScope = [...games.values()].filter((game) => scopeOf(game) === query.scope)
        const rest = inScope.slice((page + 1) * pageSize)
        return (
          failure?.(page) ?? {
            body: {
              records: inScope.slice(page * pageSize, (page + 1) * pageSize),
              ...(rest.length > 0 && { next: page + 1 }),
            },
          }
        )
      },
    },
  })

  const clubs = defineResource({
    collection: 'teams',
    externalId: ({ id }) => id,
    fetchPage: async ({ http, signal }) => http.get('/clubs', { schema: pageSchema, signal }),
    map: (club): TeamDocument => ({ name: club.name }),
    schema: clubSchema,
    scopes: { full: () => [{ key: 'all', label: 'All clubs', params: {} }] },
  })

  const toTeam = (team: { id: string; name?: string } | null) =>
    team &&
    reference({
      externalId: team.id,
      resource: 'clubs',
      ...(team.name !== undefined && { stub: { name: team.name } }),
    })

  const listScopes = (): Scope<{ scope: string }>[] => {
    const scopes = new Set([...games.values()].map(scopeOf))
    return [...(scopes.size > 0 ? scopes : ['all'])].map((scope) => ({
      key: scope,
      label: `Scope ${scope}`,
      params: { scope },
      provesAbsence: true,
    }))
  }

  const gamesResource = defineResource({
    collection: 'matches',
    externalId: ({ id }) => id,
    fetchPage: async ({ cursor, http, scope: { scope }, signal }) => {
      const { next, records: page } = await http.get('/games', {
        query: { page: typeof cursor === 'number' ? cursor : 0, scope },
        schema: pageSchema,
        signal,
      })
      return { next, records: page }
    },
    map: (game): MatchDocument => ({
      awayTeam: game.away === undefined ? undefined : toTeam(game.away),
      homeScore: game.score,
      homeTeam: game.home === undefined ? undefined : toTeam(game.home),
      startsAt: game.kickOff,
      title: game.name,
      ...((game.city !== undefined || game.stadium !== undefined) && {
        venue: { name: game.stadium, city: game.city },
      }),
    }),
    references: ['clubs'],
    schema: gameSchema,
    scopes: { full: listScopes, incremental: listScopes },
  })

  return {
    answerWith: (id, fields) => {
      games.set(id, { ...games.get(id), ...fields, id })
    },
    close: server.close,
    failWith: (answer) => {
      failure = answer
    },
    provider: defineProvider({
      name,
      http: {
        baseUrl: server.baseUrl,
        findFailure: ({ body }) => {
          const { error, refusal } = failureSchema.parse(body)
          if (error !== undefined) {
            return { kind: 'emptyAnswer', message: error }
          }
          return refusal === undefined
            ? undefined
            : { kind: 'credentialsRefused', message: refusal }
        },
        headers: { Authorization: TEST_TOKEN },
        secrets: [TEST_TOKEN],
      },
      label: 'Test provider',
      resources: { clubs, games: gamesResource },
    }),
    remove: (id) => {
      games.delete(id)
    },
    requests: () => server.requests.length,
  }
}
