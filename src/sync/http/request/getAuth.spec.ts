import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import type { RenewedAuth } from '../../../sdk/index.js'

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
