import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

import type { HttpFacts } from '../../sdk/index.js'
import type { SyncError } from '../../shared/errors/index.js'
import type { ReplayRoute } from '../../testing/replayServer.js'
import type { CreateHttpClientArgs } from './createHttpClient.js'

import { startReplayServer } from '../../testing/replayServer.js'
import { createHttpClient } from './createHttpClient.js'

export const TOKEN = 'a-token/that stays+secret'

export const answerSchema = z.looseObject({ n: z.number() })

type Args = { facts?: Partial<HttpFacts> } & Partial<Omit<CreateHttpClientArgs, 'facts'>>

export const NEVER = new AbortController().signal

/**
 * A client of a server at `baseUrl` that waits for nobody and remembers how long it should have.
 */
export const createClient = ({ baseUrl, facts, ...args }: { baseUrl: string } & Args) => {
  const waits: number[] = []
  const all: HttpFacts = {
    baseUrl,
    headers: { Authorization: TOKEN },
    secrets: [TOKEN],
    ...facts,
  }
  const http = createHttpClient({
    facts: all,
    provider: 'Test provider',
    random: () => 1,
    wait: ({ ms }) => {
      waits.push(ms)
      return Promise.resolve()
    },
    ...args,
  })
  return {
    ask: (signal: AbortSignal = NEVER) => http.get('/a', { schema: answerSchema, signal }),
    facts: all,
    http,
    waits,
  }
}

/** A client of a provider that answers `/a` with what was recorded. */
export const replay = async (route: ReplayRoute, args: Args = {}) => {
  const server = await startReplayServer({ routes: { '/a': route } })
  onTestFinished(server.close)
  return {
    ...createClient({ ...args, baseUrl: server.baseUrl }),
    requests: server.requests,
    server,
  }
}

type Listener = (args: { request: IncomingMessage; response: ServerResponse }) => void

/** A client of a server that does what a recording cannot. */
export const serve = async (listener: Listener, args: Args = {}) => {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    listener({ request, response })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  )
  const { port } = server.address() as AddressInfo
  return { ...createClient({ ...args, baseUrl: `http://127.0.0.1:${port}` }), asked: () => asked }
}

export const catchError = async (promise: Promise<unknown>): Promise<SyncError> => {
  try {
    await promise
  } catch (error) {
    return error as SyncError
  }
  throw new Error('It should have failed.')
}

export const GOOD = { body: { n: 1 } }
