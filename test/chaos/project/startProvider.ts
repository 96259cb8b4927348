import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'

import type { ReplayAnswer } from '../../../src/testing/replayServer.js'
import type { TestRecord } from '../../project/createTestProvider.js'

import { WORKER_HEADER } from '../../project/defineTestProvider.js'
import { waitFor } from '../../project/waitFor.js'

/** A record of a scope. */
export type ScopedRecord = { scope: string } & TestRecord

/** A request as it arrived. */
export type ProviderRequest = {
  mode: string
  page: number
  /** `/scopes`, `/games` or `/clubs`. */
  path: string
  /** Which of the providers behind this server was asked. */
  provider: string
  scope: string
  /** Process id of who asked. */
  worker: number
}

/** What to do instead of the ordinary answer; `undefined` for that one. It may take its time. */
type Behaviour = (request: ProviderRequest) => Promise<void> | ReplayAnswer | undefined | void

export type ProviderServer = {
  readonly baseUrl: string
  /** Does this with each request from now on, before the ordinary answer. */
  behave: (behaviour: Behaviour | undefined) => void
  close: () => Promise<void>
  /** Pages of one provider, resource and lane that two processes asked for at the same time. */
  readonly overlaps: readonly string[]
  /** Every request so far. */
  readonly requests: readonly ProviderRequest[]
  setRecords: (records: readonly ScopedRecord[]) => void
  /** The first request of this kind from now on. */
  waitForRequest: (isWanted: (request: ProviderRequest) => boolean) => Promise<ProviderRequest>
}

type StartProviderArgs = { pageSize: number; records: readonly ScopedRecord[] }

/** A server for any number of test providers, told apart by the first part of the path. */
export const startProvider = async ({
  pageSize,
  records: first,
}: StartProviderArgs): Promise<ProviderServer> => {
  let records = first
  let behaviour: Behaviour | undefined
  const requests: ProviderRequest[] = []
  const overlaps: string[] = []
  const inWork = new Map<string, ProviderRequest[]>()

  const answer = ({ page, path, scope }: ProviderRequest): ReplayAnswer => {
    switch (path) {
      case '/clubs':
        return { body: { records: [] } }
      case '/games': {
        const inScope = records.filter((record) => record.scope === scope)
        const end = (page + 1) * pageSize
        const next = end < inScope.length ? { next: page + 1 } : {}
        return { body: { records: inScope.slice(end - pageSize, end), ...next } }
      }
      case '/scopes':
        return { body: { scopes: [...new Set(records.map((record) => record.scope))] } }
      default:
        return { body: {}, status: 404 }
    }
  }

  const track = (request: ProviderRequest): (() => void) => {
    const { mode, path, provider, worker: asking } = request
    // Which scopes there are may be asked by runs of any kind.
    if (path === '/scopes') {
      return () => undefined
    }
    const key = [provider + path, mode === 'live' ? 'live' : 'bulk'].join('/')
    const others = inWork.get(key) ?? []
    if (others.some(({ worker }) => worker !== asking)) {
      overlaps.push(key)
    }
    inWork.set(key, [...others, request])
    return () => {
      inWork.set(
        key,
        (inWork.get(key) ?? []).filter((other) => other !== request),
      )
    }
  }

  const server = createServer((incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://provider')
    const [, provider = '', path = ''] = pathname.split('/')
    const request: ProviderRequest = {
      mode: searchParams.get('mode') ?? '',
      page: Number(searchParams.get('page') ?? 0),
      path: `/${path}`,
      provider,
      scope: searchParams.get('scope') ?? '',
      worker: Number(incoming.headers[WORKER_HEADER]),
    }
    requests.push(request)
    const untrack = track(request)
    response.once('close', untrack)
    void (async () => {
      const { body, headers, status = 200 } = (await behaviour?.(request)) ?? answer(request)
      // Its work is over for us when it has the answer, and that is a moment before `close`.
      untrack()
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify(body ?? {}))
    })()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    behave: (next) => {
      behaviour = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    overlaps,
    requests,
    setRecords: (next) => {
      records = next
    },
    waitForRequest: (isWanted) => {
      const start = requests.length
      return waitFor({
        event: 'a request at the provider',
        look: () => requests.slice(start).find(isWanted),
      })
    },
  }
}
