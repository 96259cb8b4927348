import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'

/** One recorded answer. */
export type ReplayAnswer = {
  /** Sent as JSON; a text is sent as it is. @default nothing */
  body?: unknown
  /** @default `content-type: application/json` */
  headers?: Readonly<Record<string, string>>
  /** @default 200 */
  status?: number
}

/** A request as it arrived. */
export type ReplayRequest = {
  headers: Readonly<Record<string, string>>
  method: string
  /** Without the query. */
  path: string
  query: Readonly<Record<string, string>>
  /** Path and query as they were sent, to look for what must not be in a URL. */
  url: string
}

/**
 * What a path answers: always the same, one answer after the other (the last one stays), or what
 * the request asks for, which may take its time.
 */
export type ReplayRoute =
  | ((request: ReplayRequest) => Promise<ReplayAnswer> | ReplayAnswer)
  | readonly ReplayAnswer[]
  | ReplayAnswer

export type ReplayServer = {
  /** `http://127.0.0.1:<port>`, to give to a provider as its base URL. */
  readonly baseUrl: string
  /** Stops at once; open connections are cut. */
  close: () => Promise<void>
  /** Everything that was asked for so far, in order; also paths without a route. */
  readonly requests: readonly ReplayRequest[]
  /** Gives a path another answer from now on. */
  setRoute: (path: string, route: ReplayRoute) => void
}

type StartReplayServerArgs = {
  /** Answers by path, without query: `/football/leagues`. */
  routes?: Readonly<Record<string, ReplayRoute>>
}

/**
 * A local server that plays a provider with recorded answers, so that a test goes through real
 * HTTP. A path without a route answers 400 and names itself: a test never passes by accident, and no
 * client repeats a request that is refused.
 */
export const startReplayServer = async ({
  routes = {},
}: StartReplayServerArgs = {}): Promise<ReplayServer> => {
  const table = new Map(Object.entries(routes))
  const answered = new Map<string, number>()
  const requests: ReplayRequest[] = []

  const answerTo = (request: ReplayRequest): Promise<ReplayAnswer> | ReplayAnswer => {
    const route = table.get(request.path)
    if (route === undefined) {
      return { body: { message: `No route for ${request.path}` }, status: 400 }
    }
    if (typeof route === 'function') {
      return route(request)
    }
    if (!isList(route)) {
      return route
    }
    const turn = answered.get(request.path) ?? 0
    answered.set(request.path, turn + 1)
    return route[Math.min(turn, route.length - 1)] ?? { status: 400 }
  }

  const server = createServer((incoming, response) => {
    const { headers, method = 'GET', url = '/' } = incoming
    const { pathname, searchParams } = new URL(url, 'http://replay')
    const request: ReplayRequest = {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, String(value)]),
      ),
      method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      url,
    }
    requests.push(request)
    const send = async (): Promise<void> => {
      let answer: ReplayAnswer
      try {
        answer = await answerTo(request)
      } catch (error) {
        // A mistake in the test's own route: said in the answer, or the client would wait for ever.
        answer = { body: { message: String(error) }, status: 400 }
      }
      const { body, headers: answerHeaders, status = 200 } = answer
      response.writeHead(status, { 'content-type': 'application/json', ...answerHeaders })
      response.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body))
    }
    void send()
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
    requests,
    setRoute: (path, route) => {
      table.set(path, route)
      answered.delete(path)
    },
  }
}

const isList = (route: ReplayRoute): route is readonly ReplayAnswer[] => Array.isArray(route)
