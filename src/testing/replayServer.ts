import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'

/** One recorded answer. */
export type ReplayAnswer = {
  /** Sent as JSON; a text and bytes are sent as they are. @default nothing */
  body?: unknown
  /**
   * Ends the connection instead of the answer: before its first byte (`reset`), after half of its
   * body (`cut`), or not at all, so that the client waits for ever (`silence`).
   *
   * @default a whole answer
   */
  failure?: 'cut' | 'reset' | 'silence'
  /** @default `content-type: application/json` */
  headers?: Readonly<Record<string, string>>
  /** @default 200 */
  status?: number
}

/** A request as it arrived. */
export type ReplayRequest = {
  /** As text; empty where nothing was sent. */
  body: string
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

/** Puts something in the place of an answer. */
export type ReplayInterceptor = (args: {
  answer: ReplayAnswer
  request: ReplayRequest
}) => Promise<ReplayAnswer> | ReplayAnswer

/** A running server that answers what it was told to. */
export type ReplayServer = {
  /** `http://127.0.0.1:<port>`, to give to a provider as its base URL. */
  readonly baseUrl: string
  /** Stops at once; open connections are cut. */
  close: () => Promise<void>
  /**
   * Sends what this makes of each answer from now on, which may take its time; `undefined` ends it.
   */
  intercept: (change: ReplayInterceptor | undefined) => void
  /** Everything that was asked for so far, in order; also paths without a route. */
  readonly requests: readonly ReplayRequest[]
  /** Lets every list of answers begin with its first one again. */
  rewind: () => void
  /** Gives a path another answer from now on. */
  setRoute: (path: string, route: ReplayRoute) => void
}

type StartReplayServerArgs = {
  /** Answers by path, without query: `/library/books`. */
  routes?: Readonly<Record<string, ReplayRoute>>
}

/**
 * A local server that plays a provider with recorded answers, so that a test goes through real
 * HTTP. A path without a route answers 400 and names itself: a test never passes by accident, and
 * no client repeats a request that is refused.
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

  let interceptor: ReplayInterceptor | undefined

  const findAnswer = async (request: ReplayRequest): Promise<ReplayAnswer> => {
    try {
      const answer = await answerTo(request)
      return interceptor ? await interceptor({ answer, request }) : answer
    } catch (error) {
      // A mistake in the test's own route: said in the answer, or the client would wait for ever.
      return { body: { message: String(error) }, status: 400 }
    }
  }

  const server = createServer((incoming, response) => {
    const reply = async (): Promise<void> => {
      const request = await readRequest(incoming)
      requests.push(request)
      send({ answer: await findAnswer(request), response })
    }
    // Who hangs up before the request is whole gets no answer.
    reply().catch(() => response.destroy())
  })

  // A connection that ends while a test is busy would look like a failure of the next request.
  server.keepAliveTimeout = 0

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
    intercept: (change) => {
      interceptor = change
    },
    requests,
    rewind: () => answered.clear(),
    setRoute: (path, route) => {
      table.set(path, route)
      answered.delete(path)
    },
  }
}

const isList = (route: ReplayRoute): route is readonly ReplayAnswer[] => Array.isArray(route)

const readRequest = async (incoming: IncomingMessage): Promise<ReplayRequest> => {
  const { headers, method = 'GET', url = '/' } = incoming
  const { pathname, searchParams } = new URL(url, 'http://replay')
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
  }
  return {
    body: Buffer.concat(chunks).toString(),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value)]),
    ),
    method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    url,
  }
}

/** The bytes that an answer has for its body. */
export const toBytes = ({ body }: Pick<ReplayAnswer, 'body'>): Uint8Array => {
  if (body instanceof Uint8Array) {
    return body
  }
  return Buffer.from(typeof body === 'string' ? body : (JSON.stringify(body) ?? ''))
}

type SendArgs = { answer: ReplayAnswer; response: ServerResponse }

const send = ({ answer, response }: SendArgs): void => {
  const { failure, headers, status = 200 } = answer
  if (failure === 'silence') {
    return
  }
  if (failure === 'reset') {
    response.destroy()
    return
  }
  const bytes = toBytes(answer)
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  if (failure !== 'cut') {
    response.end(bytes)
    return
  }
  // Nothing says how long it would have been, as in a stream that breaks off.
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy())
}
