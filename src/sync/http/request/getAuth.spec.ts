import { text as readText } from 'node:stream/consumers'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import type { HttpFacts, RenewedAuth } from '../../../sdk/index.js'

import { createHttpClient } from '../createHttpClient.js'
import { catchError, NEVER, replay, serve } from '../testClient.fixture.js'

const renewTo = (token: string) =>
  vi.fn<() => Promise<RenewedAuth>>(() =>
    Promise.resolve({ headers: { Authorization: token }, secrets: [token] }),
  )

/** A client of a server that takes `token-2` and nothing else. */
const serveWith = (refreshAuth: () => Promise<RenewedAuth>) =>
  serve(
    ({ request, response }) => {
      response.statusCode = request.headers.authorization === 'token-2' ? 200 : 401
      response.end('{"n":1}')
    },
    { facts: { headers: { Authorization: 'token-1' }, refreshAuth } },
  )

describe('credentials that run out', () => {
  it('should be renewed once, and the request sent again', async () => {
    const refreshAuth = renewTo('token-2')
    const { ask, asked, waits } = await serveWith(refreshAuth)

    expect(await ask()).toEqual({ n: 1 })
    expect(await ask()).toEqual({ n: 1 })
    expect(refreshAuth).toHaveBeenCalledTimes(1)
    expect(asked()).toBe(3)
    expect(waits).toEqual([])
  })

  it('should be renewed once for all requests that are refused together', async () => {
    const refreshAuth = renewTo('token-2')
    const { ask } = await serveWith(refreshAuth)

    expect(await Promise.all([ask(), ask(), ask(), ask()])).toHaveLength(4)
    expect(refreshAuth).toHaveBeenCalledTimes(1)
  })

  it('should end the request when they are refused again', async () => {
    const refreshAuth = renewTo('token-3')
    const { ask, asked } = await serveWith(refreshAuth)

    expect(await catchError(ask())).toMatchObject({ code: 'CREDENTIALS_REFUSED' })
    expect(refreshAuth).toHaveBeenCalledTimes(1)
    expect(asked()).toBe(2)
  })

  it('should be found by what the answer says as well', async () => {
    const refreshAuth = renewTo('token-2')
    const { ask } = await replay([{ body: { expired: true } }, { body: { n: 1 } }], {
      facts: {
        findFailure: ({ body }) =>
          JSON.stringify(body).includes('expired')
            ? { kind: 'credentialsExpired', message: 'Too old.' }
            : undefined,
        refreshAuth,
      },
    })

    expect(await ask()).toEqual({ n: 1 })
    expect(refreshAuth).toHaveBeenCalledTimes(1)
  })

  it('should not hold up a request that is told to stop', async () => {
    const controller = new AbortController()
    const { ask, asked } = await serveWith(
      () =>
        new Promise(() => {
          controller.abort(new Error('shutdown'))
        }),
    )

    await expect(ask(controller.signal)).rejects.toThrow('shutdown')
    expect(asked()).toBe(1)
  })

  it('should be told by no error, the new ones as little as the old', async () => {
    const { http } = await replay(
      ({ headers }) => ({
        body: { message: `No ${headers.authorization}` },
        status: headers.authorization === 'token-2' ? 400 : 401,
      }),
      {
        facts: {
          findFailure: ({ body, status }) =>
            status === 400 ? { kind: 'requestRefused', message: JSON.stringify(body) } : undefined,
          headers: { Authorization: 'token-1' },
          refreshAuth: renewTo('token-2'),
          secrets: ['token-1'],
        },
      },
    )
    const error = await catchError(http.get('/a', { schema: z.unknown(), signal: NEVER }))

    expect(error.message).toContain('[redacted]')
    expect(error.stack).not.toContain('token-2')
  })
})

describe('what renews credentials', () => {
  const tokenSchema = z.object({ token: z.string() })

  /** A server that signs in who sends a name, and answers who has the token. */
  const serveLogin = (facts: Partial<HttpFacts>) => {
    const seen: { authorization: string | undefined; body: string; path: string | undefined }[] = []
    return {
      seen,
      start: () =>
        serve(
          ({ request, response }) => {
            void readText(request).then((body) => {
              const { authorization } = request.headers
              seen.push({ authorization, body, path: request.url })
              const isLogin = request.url === '/login'
              response.statusCode = isLogin || authorization === 'token-1' ? 200 : 401
              response.end(isLogin ? '{"token":"token-1"}' : '{"n":1}')
            })
          },
          { facts },
        ),
    }
  }

  it('should sign in by post, with no credentials but those it sends', async () => {
    const { seen, start } = serveLogin({
      headers: {},
      refreshAuth: async ({ http, signal }) => {
        const { token } = await http.post('/login', {
          body: { form: { user: 'reader' } },
          schema: tokenSchema,
          signal,
        })
        return { headers: { Authorization: token }, secrets: [token] }
      },
    })
    const { ask } = await start()

    expect(await ask()).toEqual({ n: 1 })
    expect(seen).toEqual([
      { authorization: undefined, body: '', path: '/a' },
      { authorization: undefined, body: 'user=reader', path: '/login' },
      { authorization: 'token-1', body: '', path: '/a' },
    ])
  })

  it('should be counted for the run that asks, not for the first one', async () => {
    const { start } = serveLogin({
      headers: {},
      refreshAuth: async ({ http, signal }) => {
        const { token } = await http.get('/login', { schema: tokenSchema, signal })
        return { headers: { Authorization: token }, secrets: [token] }
      },
    })
    const { facts } = await start()
    const onFirst = vi.fn()
    const onSecond = vi.fn()
    createHttpClient({ facts, onRequest: onFirst, provider: 'Test provider' })
    const second = createHttpClient({ facts, onRequest: onSecond, provider: 'Test provider' })

    await second.get('/a', { schema: z.unknown(), signal: NEVER })

    expect(onFirst).not.toHaveBeenCalled()
    expect(onSecond).toHaveBeenCalledTimes(3)
  })

  it('should be repeated with the request where signing in fails for a while', async () => {
    const elsewhere = await replay([{ status: 503 }, { body: { token: 'token-1' } }])
    const { start } = serveLogin({
      headers: { Authorization: 'old' },
      refreshAuth: async ({ http, signal }) => {
        const url = `${elsewhere.server.baseUrl}/a`
        const { token } = await http.get(url, { schema: tokenSchema, signal })
        return { headers: { Authorization: token }, secrets: [token] }
      },
    })
    const { ask, waits } = await start()

    expect(await ask()).toEqual({ n: 1 })
    expect(waits).toHaveLength(1)
    expect(elsewhere.requests.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      undefined,
    ])
  })

  it('should end the request where signing in is refused, without a secret', async () => {
    const elsewhere = await replay({ body: {}, status: 401 })
    const { start } = serveLogin({
      headers: {},
      refreshAuth: async ({ http, signal }) => {
        const url = `${elsewhere.server.baseUrl}/a`
        await http.post(url, { body: { json: 'my-password' }, schema: tokenSchema, signal })
        return { headers: {}, secrets: [] }
      },
      secrets: ['my-password'],
    })
    const { ask } = await start()

    const error = await catchError(ask())
    expect(error.code).toBe('CREDENTIALS_REFUSED')
    expect(error.message).not.toContain('my-password')
  })
})

it('should send credentials to no other server, whoever names it', async () => {
  const elsewhere = await replay({ body: { n: 1 } })
  const { http } = await serveWith(renewTo('token-2'))
  const url = `${elsewhere.server.baseUrl}/a`

  const error = await catchError(http.get(url, { schema: z.unknown(), signal: NEVER }))

  expect(error.code).toBe('REQUEST_REFUSED')
  expect(error.message).toContain(`${elsewhere.server.baseUrl} is not where it is`)
  expect(elsewhere.requests).toEqual([])
})
