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

  it('should remember what was sent along', async () => {
    server = await startReplayServer({ routes: { '/a': ({ body }) => ({ body }) } })

    const response = await fetch(`${server.baseUrl}/a`, { body: '{"q":"reef"}', method: 'POST' })

    expect(await response.text()).toBe('{"q":"reef"}')
    expect(server.requests[0]).toMatchObject({ body: '{"q":"reef"}', method: 'POST' })
  })

  it('should send bytes as they are', async () => {
    server = await startReplayServer({ routes: { '/a': { body: Uint8Array.of(104, 105) } } })

    expect(await ask('/a')).toMatchObject({ body: 'hi' })
  })

  it('should begin a list of answers anew when it is rewound', async () => {
    server = await startReplayServer({ routes: { '/a': [{ body: 'one' }, { body: 'two' }] } })

    const first = await ask('/a')
    server.rewind()

    expect(await ask('/a')).toMatchObject({ body: first.body })
  })

  it('should let another answer be put in the place of each, until it ends', async () => {
    server = await startReplayServer({ routes: { '/a': { body: 'one' } } })
    server.intercept(({ answer: { body }, request: { path } }) => ({
      body: `${String(body)} of ${path}`,
    }))

    expect(await ask('/a')).toMatchObject({ body: 'one of /a' })
    server.intercept(undefined)
    expect(await ask('/a')).toMatchObject({ body: 'one' })
  })

  it.each(['cut', 'reset'] as const)(
    'should end the connection of an answer: %s',
    async (failure) => {
      server = await startReplayServer({ routes: { '/a': { body: 'a whole body', failure } } })

      await expect(ask('/a')).rejects.toThrow(failure === 'cut' ? 'terminated' : 'fetch failed')
    },
  )

  it('should keep silent where an answer says so', async () => {
    server = await startReplayServer({ routes: { '/a': { failure: 'silence' } } })
    const controller = new AbortController()
    server.intercept(({ answer }) => {
      setImmediate(() => controller.abort(new Error('waited in vain')))
      return answer
    })

    await expect(fetch(`${server.baseUrl}/a`, { signal: controller.signal })).rejects.toThrow(
      'waited in vain',
    )
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
