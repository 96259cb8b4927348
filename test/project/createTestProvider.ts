import type { Provider } from '../../src/sdk/index.js'
import type { JsonObject } from '../../src/shared/json.js'
import type { ReplayAnswer } from '../../src/testing/replayServer.js'

import { startReplayServer } from '../../src/testing/replayServer.js'
import { defineTestProvider } from './defineTestProvider.js'

/** A record as the test provider sends it. */
export type TestRecord = { id: string } & JsonObject

type CreateTestProviderArgs = {
  /** @default 'test' */
  name?: string
  /** Awaited before and after the records of an answer are looked up. @default nothing */
  pace?: () => Promise<unknown>
  /** Records on one page. @default 10 */
  pageSize?: number
  /** Records that `games` begins with. @default none */
  records?: readonly TestRecord[]
  /** Cuts `games` into scopes: the group of a record, or everything in one. */
  scopeOf?: (record: TestRecord) => string
  /** Whether a page says how many records its scope has. @default false */
  tellsTotal?: boolean
} & Pick<Parameters<typeof defineTestProvider>[0], 'isLive' | 'schedules' | 'triggersPerHour'>

export type TestProvider = {
  /** Adds a record, or changes fields of one. */
  answerWith: (id: string, fields: JsonObject) => void
  close: () => Promise<void>
  /** Answers this instead of a page of `games`, until it is `undefined` again. */
  failWith: (answer: ((page: number) => ReplayAnswer | undefined) | undefined) => void
  /** Keeps every page of `games` back until this has settled. */
  holdUntil: (moment: Promise<unknown>) => void
  provider: Provider
  remove: (id: string) => void
  /** Every page asked for so far. */
  requests: () => number
}

/** An outside system of its own kind, over real HTTP: pages of games, and the clubs in them. */
export const createTestProvider = async ({
  name = 'test',
  pace,
  pageSize = 10,
  records = [],
  scopeOf = () => 'all',
  tellsTotal = false,
  ...rest
}: CreateTestProviderArgs = {}): Promise<TestProvider> => {
  const games = new Map(records.map((record) => [record.id, record]))
  let held: Promise<unknown> | undefined
  let failure: ((page: number) => ReplayAnswer | undefined) | undefined

  const server = await startReplayServer({
    routes: {
      '/clubs': { body: { records: [] } },
      '/game': async ({ query }) => {
        await pace?.()
        const record = games.get(query.id ?? '')
        await pace?.()
        return failure?.(0) ?? { body: { record } }
      },
      '/games': async ({ query }) => {
        await held
        await pace?.()
        const page = Number(query.page ?? 0)
        const inScope = [...games.values()].filter((game) => scopeOf(game) === query.scope)
        const records = inScope.slice(page * pageSize, (page + 1) * pageSize)
        const hasMore = inScope.length > (page + 1) * pageSize
        await pace?.()
        return (
          failure?.(page) ?? {
            body: {
              records,
              ...(hasMore && { next: page + 1 }),
              ...(tellsTotal && { total: inScope.length }),
            },
          }
        )
      },
      '/scopes': () => {
        const scopes = new Set([...games.values()].map(scopeOf))
        return { body: { scopes: scopes.size > 0 ? [...scopes] : ['all'] } }
      },
    },
  })

  return {
    answerWith: (id, fields) => {
      games.set(id, { ...games.get(id), ...fields, id })
    },
    close: server.close,
    failWith: (answer) => {
      failure = answer
    },
    holdUntil: (moment) => {
      held = moment
    },
    provider: defineTestProvider({ name, baseUrl: server.baseUrl, ...rest }),
    remove: (id) => {
      games.delete(id)
    },
    requests: () => server.requests.filter(({ path }) => path !== '/scopes').length,
  }
}
