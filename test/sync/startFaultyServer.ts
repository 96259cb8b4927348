import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'

type Answering = { body: string; response: ServerResponse }

/** Everything that may come instead of a good answer. */
export const FAULTS = {
  '200 with an error': ({ response }: Answering) => response.end('{"error":"No result found."}'),
  '429': ({ response }: Answering) => {
    response.writeHead(429, { 'retry-after': '0' })
    response.end('{"message":"Too many requests"}')
  },
  '500': ({ response }: Answering) => {
    response.writeHead(500)
    response.end('{"message":"Something broke"}')
  },
  'a cut connection': ({ body, response }: Answering) => {
    response.writeHead(200, { 'content-length': body.length })
    response.write(body.slice(0, body.length / 2), () => response.destroy())
  },
  'a hanging answer': ({ response }: Answering) => response.write('{"records":['),
  HTML: ({ response }: Answering) => response.end('<html><body>Please sign in</body></html>'),
  'truncated JSON': ({ body, response }: Answering) => response.end(body.slice(0, -2)),
} as const

export type Fault = keyof typeof FAULTS

type FaultyServer = {
  readonly baseUrl: string
  close: () => Promise<void>
  /** Answers like this from now on where `isHit` says so; `undefined` ends it. */
  failWith: (fault: Fault | undefined, isHit?: (url: URL) => boolean) => void
}

type StartFaultyServerArgs = { answer: (url: URL) => unknown }

/** A server whose answers go wrong in every way there is. */
export const startFaultyServer = async ({
  answer,
}: StartFaultyServerArgs): Promise<FaultyServer> => {
  let failing: ((args: Answering) => unknown) | undefined
  let isHit = (_url: URL): boolean => false
  const server = createServer((request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '/', 'http://provider')
    const body = JSON.stringify(answer(url))
    response.setHeader('content-type', 'application/json')
    if (failing && isHit(url)) {
      failing({ body, response })
    } else {
      response.end(body)
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    failWith: (fault, where = () => true) => {
      failing = fault && FAULTS[fault]
      isHit = where
    },
  }
}
