import { afterEach, describe, expect, it } from 'vitest'

import type { ReplayServer } from './replayServer.js'

import { startReplayServer } from './replayServer.js'

describe('startReplayServer', () => {
  let server: ReplayServer | undefined

  afterEach(async () => {
    await server?.close()
    server = undefined
  })

  const ask = async (path: string) => {
    const response = await fetch(`${server!.baseUrl}${path}`, { headers: { 'x-who': 'a test' } })
    return { body: await response.text(), headers: response.headers, status: response.status }
  }

  it('should answer a path with what was recorded, status and headers included', async () => {
    server = await startReplayServer({
      routes: { '/a': { body: { n: 1 }, headers: { 'retry-after': '7' }, status: 429 } },
    })

    const answer = await ask('/a?b=1')

    expect(answer).toMatchObject({ body: '{"n":1}', status: 429 })
    expect(answer.headers.get('retry-after')).toBe('7')
    expect(answer.headers.get('content-type')).toBe('application/json')
  })

  it('should remember what was asked for', async () => {
    server = await startReplayServer({ routes: { '/a': {} } })

    await ask('/a?b=1%3B2&c=3')

    expect(server.requests).toHaveLength(1)
    expect(server.requests[0]).toMatchObject({
      headers: { 'x-who': 'a test' },
      method: 'GET',
      path: '/a',
      query: { b: '1;2', c: '3' },
      url: '/a?b=1%3B2&c=3',
    })
  })

  it('should give one answer after the other and stay with the last', async () => {
    server = await startReplayServer({ routes: { '/a': [{ body: 'one' }, { body: 'two' }] } })

    const bodies = [await ask('/a'), await ask('/a'), await ask('/a')].map(({ body }) => body)

    expect(bodies).toEqual(['one', 'two', 'two'])
  })

  it('should let a route look at the request', async () => {
    server = await startReplayServer({ routes: { '/a': ({ query }) => ({ body: query }) } })

    expect(await ask('/a?page=2')).toMatchObject({ body: '{"page":"2"}' })
  })

  it('should take another answer for a path while it runs', async () => {
    server = await startReplayServer({ routes: { '/a': { body: 'before' } } })
    server.setRoute('/a', { body: 'after' })

    expect(await ask('/a')).toMatchObject({ body: 'after' })
  })

  it('should refuse and name a path that has no route', async () => {
    server = await startReplayServer()

    expect(await ask('/b')).toMatchObject({ body: '{"message":"No route for /b"}', status: 400 })
  })

  it('should say so when a route of the test fails', async () => {
    server = await startReplayServer({
      routes: {
        '/a': () => {
          throw new Error('a mistake')
        },
      },
    })

    expect(await ask('/a')).toMatchObject({ body: '{"message":"Error: a mistake"}', status: 400 })
  })
})
