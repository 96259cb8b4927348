import type { AddressInfo } from 'node:net'

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'

import type { LiveNews } from '../shared/live/LiveNews.js'

import { followDocuments } from './followDocuments.js'

type Answer = (args: { request: IncomingMessage; response: ServerResponse }) => void

const toEvent = (id: string, text: string): string =>
  `id: ${id}\nevent: documents\ndata: ${JSON.stringify({ changed: [{ id: text }] })}\n\n`

const stream = (response: ServerResponse, text: string): void => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write(text)
}

/** A server that gives one answer after the other, and what somebody makes of it who follows. */
const follow = async (answers: Answer[]) => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    answers[asked.length - 1]?.({ request, response })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stopped = new AbortController()
  const told: unknown[] = []
  const states: boolean[] = []
  const waits: number[] = []
  const ended = followDocuments({
    onNews: (news: LiveNews) => {
      told.push(...news.changed.map(({ id }) => id))
      if (news.changed.some(({ id }) => id === 'last')) {
        stopped.abort()
      }
    },
    onState: (isConnected) => states.push(isConnected),
    signal: stopped.signal,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/live`,
    wait: ({ ms }) => {
      waits.push(ms)
      return Promise.resolve()
    },
  })
  onTestFinished(() => {
    stopped.abort()
    server.closeAllConnections()
    server.close()
  })
  await ended
  return { asked, states, told, waits }
}

const last: Answer = ({ response }) => stream(response, toEvent('z', 'last'))

it('should go on where it left off when the connection is lost', async () => {
  const { asked, states, told } = await follow([
    ({ response }) => {
      stream(response, `retry: 2000\n\n:\n\n${toEvent('a-1', 'first')}`)
      // In pieces, as a network delivers.
      response.write(toEvent('a-2', 'second').slice(0, 9))
      response.end(toEvent('a-2', 'second').slice(9))
    },
    ({ response }) => {
      stream(response, toEvent('a-3', 'third'))
      setImmediate(() => response.destroy())
    },
    last,
  ])

  expect(told).toEqual(['first', 'second', 'third', 'last'])
  expect(asked).toEqual(['/live', '/live?lastEventId=a-2', '/live?lastEventId=a-3'])
  expect(states.filter(Boolean)).toHaveLength(3)
  expect(states.at(-1)).toBe(false)
})

it('should wait as long as it is told to, and longer each time it fails', async () => {
  const full: Answer = ({ response }) => response.writeHead(503, { 'Retry-After': '5' }).end()
  const broken: Answer = ({ request }) => request.socket.destroy()
  const { waits } = await follow([full, broken, broken, broken, last])

  expect(waits[0]).toBeGreaterThanOrEqual(5000)
  expect(waits[1]).toBeGreaterThanOrEqual(2000)
  expect(waits[3]).toBeGreaterThanOrEqual(8000)
  expect(Math.max(...waits)).toBeLessThanOrEqual(45_000)
})

it.each([403, 404])('should give up on status %i, which will not change', async (status) => {
  const { asked } = await follow([({ response }) => response.writeHead(status).end(), last])

  expect(asked).toHaveLength(1)
})
