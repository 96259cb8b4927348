import type {
  Chosen,
  Cursor,
  HttpFacts,
  JsonObject,
  Page,
  Provider,
  Resource,
  ResourceContext,
  Scope,
  SyncDocument,
} from '../../sdk/index.js'
import type { PagedHttpClient } from '../../sync/http/createHttpClient.js'
import type { ReplayAnswer, ReplayRequest } from '../replayServer.js'
import type { ReadingCase } from './listCases.js'

import { findHttpFacts } from '../../sdk/connections/findHttpFacts.js'
import { findSource } from '../../sdk/connections/findSource.js'
import { InvalidAnswerError } from '../../sdk/index.js'
import { createHttpClient } from '../../sync/http/createHttpClient.js'
import { createStoredRecords } from '../createStoredRecords.js'
import { startReplayServer } from '../replayServer.js'
import { NOWHERE } from './listCases.js'
import { toSignedInFacts } from './toSignedInFacts.js'

/** More pages than any recording has: a list that does not end is a finding, not a hanging test. */
const MOST_PAGES = 200

/** Nobody chose, so all is read that the options name. */
const chooseNothing: Chosen = () => Promise.resolve(undefined)

/** A record on its way: as it was sent, as its schema made it, and what it becomes. */
export type ReadRecord = {
  document: SyncDocument
  externalId: unknown
  parsed: unknown
  record: unknown
}

export type Exchange = { answer: ReplayAnswer; request: ReplayRequest }

export type ReadPage = {
  /** What it was made of, each with the request that it answered. */
  answers: Exchange[]
  cursor: Cursor | undefined
  /** Which request of the read was its first, from 0. */
  firstRequest: number
  /** Records that do not pass their schema, or that `map` or `externalId` throws at, and why. */
  invalid: string[]
  /** As the provider said it. */
  next: Cursor | undefined
  records: ReadRecord[]
  /** Every record as it was sent, the invalid ones too. */
  sent: readonly unknown[]
}

export type ReadScope = { pages: ReadPage[]; scope: Scope }

/** What became of a read. It ends at the first failure. */
export type CaseRead = {
  failure: { error: unknown } | undefined
  requests: readonly ReplayRequest[]
  scopes: ReadScope[]
}

/** A request of a read and the answer it would get. */
export type Asked = {
  answer: ReplayAnswer
  /** Which request of the read it is, from 0. */
  index: number
  /** Whether a page asks, and not the list of scopes. */
  isPage: boolean
  request: ReplayRequest
}

type ReadArgs = {
  /** How many pages of a scope are read at most. @default 200 */
  mostPages?: number
  /** Puts something in the place of answers. @default nothing */
  onRequest?: (asked: Asked) => Promise<ReplayAnswer> | ReplayAnswer
  signal?: AbortSignal
  /** Milliseconds one request may take. @default as the provider says */
  timeoutMs?: number
}

type RefetchArgs = {
  /** Where to ask. @default where it was asked for before */
  baseUrl?: string
  page: ReadPage
  scope: Scope
}

/** A provider and a system that answers it. */
export type OpenCase = {
  close: () => Promise<void>
  provider: Provider
  /** Reads all scopes of the resource as the engine does, over HTTP, without a database. */
  read: (args?: ReadArgs) => Promise<CaseRead>
  /** Fetches a page once more, with the answers that it was made of. */
  refetch: (args: RefetchArgs) => Promise<Page>
  resource: Resource
}

/** Starts a system with the answers of this case. */
export const openCase = async (readingCase: ReadingCase): Promise<OpenCase> => {
  const {
    connection,
    createProvider,
    mode,
    now,
    resource: name,
    routes,
    since,
    stored,
  } = readingCase
  const server = await startReplayServer({ routes })
  const provider = createProvider({ baseUrl: server.baseUrl })
  const resource = provider.resources.get(name)
  if (!resource) {
    throw new Error(`The provider has no resource "${name}".`)
  }

  const toContext = async ({ http, signal }: Pick<ResourceContext, 'http' | 'signal'>) => ({
    http,
    mode,
    now,
    signal,
    since,
    source: await findSource({ connection, provider }),
    stored: createStoredRecords(stored),
  })

  const read: OpenCase['read'] = async ({
    mostPages = MOST_PAGES,
    onRequest,
    signal = NEVER,
    timeoutMs,
  } = {}) => {
    const first = server.requests.length
    const result: CaseRead = { failure: undefined, requests: [], scopes: [] }
    const answers: Exchange[] = []
    let isPage = false
    server.rewind()
    server.intercept(({ answer, request }) => {
      answers.push({ answer, request })
      const index = server.requests.indexOf(request) - first
      return onRequest ? onRequest({ answer, index, isPage, request }) : answer
    })
    const http = toClient({ connection, provider, ...(timeoutMs !== undefined && { timeoutMs }) })
    try {
      const context = await toContext({ http, signal })
      const scopes = (await resource.scopes[mode]?.({ ...context, chosen: chooseNothing })) ?? []
      isPage = true
      for (const scope of scopes) {
        const readScope: ReadScope = { pages: [], scope }
        result.scopes.push(readScope)
        await readPages({ answers, context, http, mostPages, readScope, resource })
      }
    } catch (error) {
      result.failure = { error }
    }
    return { ...result, requests: server.requests.slice(first) }
  }

  const refetch: OpenCase['refetch'] = async ({ baseUrl, page, scope }) => {
    const answers = [...page.answers]
    server.intercept(({ answer, request }) => {
      // By what was asked: requests of one page may be under way together.
      const index = answers.findIndex((known) => isSameRequest({ known: known.request, request }))
      const [found] = index < 0 ? [] : answers.splice(index, 1)
      return found?.answer ?? answer
    })
    const http = toClient({ connection, provider, ...(baseUrl !== undefined && { baseUrl }) })
    return await resource.fetchPage({
      ...(await toContext({ http, signal: NEVER })),
      cursor: page.cursor,
      scope: throughJson(scope.params),
    })
  }

  return { close: server.close, provider, read, refetch, resource }
}

type IsSameRequestArgs = { known: ReplayRequest; request: ReplayRequest }

const isSameRequest = ({ known, request }: IsSameRequestArgs): boolean =>
  known.method === request.method && known.url === request.url && known.body === request.body

const NEVER = new AbortController().signal

type ToClientArgs = { connection: string; provider: Provider } & Partial<
  Pick<HttpFacts, 'baseUrl' | 'timeoutMs'>
>

/** The plugin's own client, which repeats nothing here, so that no test waits. */
const toClient = ({ connection, provider, ...changes }: ToClientArgs): PagedHttpClient =>
  createHttpClient({
    attempts: 1,
    // What has no HTTP asks nobody; whoever asks all the same finds nobody there.
    facts: toSignedInFacts({
      ...(findHttpFacts({ connection, provider }) ?? { baseUrl: NOWHERE }),
      ...changes,
    }),
    provider: provider.label,
  })

type ReadPagesArgs = {
  /** Every answer so far. */
  answers: Exchange[]
  context: ResourceContext
  http: PagedHttpClient
  mostPages: number
  readScope: ReadScope
  resource: Resource
}

const readPages = async ({
  answers,
  context,
  http,
  mostPages,
  readScope: { pages, scope },
  resource,
}: ReadPagesArgs): Promise<void> => {
  const params = throughJson(scope.params)
  let cursor: Cursor | undefined
  do {
    const first = answers.length
    const { next, records } = await resource.fetchPage({
      ...context,
      cursor: cursor === undefined ? undefined : throughJson(cursor),
      http: http.forPage(),
      scope: params,
    })
    if (next !== undefined && next !== null && isSame(next, cursor)) {
      throw new InvalidAnswerError(
        'The provider says that the next page starts where this one does, which would never end.',
      )
    }
    pages.push({
      answers: answers.slice(first),
      cursor,
      firstRequest: first,
      next: next ?? undefined,
      sent: records,
      ...toRecords({ params, records, resource }),
    })
    cursor = next ?? undefined
  } while (cursor !== undefined && pages.length < mostPages)
}

const isSame = (a: Cursor, b: Cursor | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Cursors and params are stored with the run: what does not survive that must not pass here. */
const throughJson = <TValue>(value: TValue): TValue => JSON.parse(JSON.stringify(value)) as TValue

type ToRecordsArgs = { params: JsonObject; records: readonly unknown[]; resource: Resource }

const toRecords = ({ params, records, resource }: ToRecordsArgs) => {
  const read: Pick<ReadPage, 'invalid' | 'records'> = { invalid: [], records: [] }
  for (const record of records) {
    try {
      const parsed = resource.schema.parse(record)
      const document = resource.map(parsed, { scope: params })
      read.records.push({ document, externalId: resource.externalId(parsed), parsed, record })
    } catch (error) {
      read.invalid.push(String(error))
    }
  }
  return read
}
