import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import { startReplayServer } from '../../testing/replayServer.js'
import { createHttpClient } from './createHttpClient.js'

it('should wait as long as a provider in trouble asks for', async () => {
  const server = await startReplayServer({
    routes: {
      '/a': [{ body: {}, headers: { 'retry-after': '7' }, status: 503 }, { body: { n: 1 } }],
    },
  })
  onTestFinished(server.close)
  const waits: number[] = []
  const http = createHttpClient({
    facts: { baseUrl: server.baseUrl },
    provider: 'Test provider',
    wait: ({ ms }) => {
      waits.push(ms)
      return Promise.resolve()
    },
  })
  await http.get('/a', { schema: z.unknown(), signal: new AbortController().signal })
  expect(waits).toEqual([7000])
})
