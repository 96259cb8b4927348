import { z } from 'zod'

import type { MatchDocument, TeamDocument } from '../../src/content/soccer/index.js'
import type { DefaultSchedule, Provider, ResourceContext, Scope } from '../../src/sdk/index.js'

import { couldMatchesBeLive, soccer } from '../../src/content/soccer/index.js'
import { defineProvider, defineResource, FAILURE_KINDS, reference } from '../../src/sdk/index.js'

type DefineTestProviderArgs = {
  /** Where its server answers. */
  baseUrl: string
  /** Whether `games` can be synced live. @default false */
  isLive?: boolean
  /** @default 'test' */
  name?: string
  /** What `games` propose. @default nothing */
  schedules?: readonly DefaultSchedule[]
  /** Syncs that REST may trigger in an hour. @default what the project allows */
  triggersPerHour?: number
  /** Sent with every request, so that the server can tell its clients apart. @default nothing */
  worker?: string
}

const pageSchema = z.looseObject({
  next: z.number().optional(),
  records: z.array(z.unknown()),
  total: z.number().optional(),
})

const gameAnswerSchema = z.looseObject({ record: z.unknown().optional() })

const scopesSchema = z.looseObject({ scopes: z.array(z.string()) })

/** `error` comes with status 200, as several real providers do it. */
const failureSchema = z.looseObject({
  error: z.string().optional(),
  /** Any kind of failure by its name. */
  failure: z.enum(FAILURE_KINDS).optional(),
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

/** The header by which the server knows who asks. */
export const WORKER_HEADER = 'x-worker'

/**
 * The plugin's side of the test provider: a server that answers `/scopes`, `/games`, `/game` and `/clubs`,
 * in whatever process it runs.
 */
export const defineTestProvider = ({
  name = 'test',
  baseUrl,
  isLive = false,
  schedules,
  triggersPerHour,
  worker,
}: DefineTestProviderArgs): Provider => {
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

  const listScopes = async ({
    http,
    signal,
  }: Pick<ResourceContext, 'http' | 'signal'>): Promise<Scope<{ scope: string }>[]> => {
    const { scopes } = await http.get('/scopes', { schema: scopesSchema, signal })
    return scopes.map((scope) => ({
      key: scope,
      label: `Scope ${scope}`,
      params: { scope },
      provesAbsence: true,
    }))
  }

  const games = defineResource({
    collection: 'matches',
    couldBeLive: ({ documents, now }) => couldMatchesBeLive({ documents, now, resource: 'games' }),
    externalId: ({ id }) => id,
    fetchOne: async ({ externalId, http, signal }) => {
      const { record } = await http.get('/game', {
        query: { id: externalId },
        schema: gameAnswerSchema,
        signal,
      })
      return record === undefined ? null : { record }
    },
    fetchPage: async ({ cursor, http, mode, scope: { scope }, signal }) => {
      const {
        next,
        records: page,
        total,
      } = await http.get('/games', {
        query: { mode, page: typeof cursor === 'number' ? cursor : 0, scope },
        schema: pageSchema,
        signal,
      })
      return { next, records: page, total }
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
    schedules,
    schema: gameSchema,
    scopes: {
      full: listScopes,
      incremental: listScopes,
      ...(isLive && { live: listScopes }),
    },
  })

  return defineProvider({
    name,
    content: soccer,
    http: {
      baseUrl,
      findFailure: ({ body }) => {
        const { error, failure, refusal } = failureSchema.parse(body)
        if (failure !== undefined) {
          return { kind: failure, message: `a failure of kind ${failure}` }
        }
        if (error !== undefined) {
          return { kind: 'emptyAnswer', message: error }
        }
        return refusal === undefined ? undefined : { kind: 'credentialsRefused', message: refusal }
      },
      headers: {
        Authorization: TEST_TOKEN,
        ...(worker !== undefined && { [WORKER_HEADER]: worker }),
      },
      secrets: [TEST_TOKEN],
    },
    label: 'Test provider',
    resources: { clubs, games },
    triggersPerHour,
  })
}
