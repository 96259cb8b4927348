import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'

import type { SyncError } from '../../shared/errors/index.js'

import { startReplayServer } from '../../testing/replayServer.js'
import {
  answerSchema,
  catchError,
  createClient,
  GOOD,
  NEVER,
  replay,
  serve,
  TOKEN,
} from './testClient.fixture.js'

/** Everything of an error that may end up in a log or a row. */
const traceOf = (error: unknown): string =>
  JSON.stringify(error, error instanceof Error ? Object.getOwnPropertyNames(error) : undefined) +
  inspect(error, { depth: null, showHidden: true })

describe('createHttpClient, for a good answer', () => {
  it('should give it in the shape that was asked for', async () => {
    const { ask } = await replay({ body: { extra: true, n: 1 } })

    expect(await ask()).toEqual({ extra: true, n: 1 })
  })

  it('should send the query and the headers', async () => {
    const { http, requests } = await replay(GOOD)

    await http.get('/a', {
      query: { include: 'a;b', page: 2, skipped: undefined },
      schema: answerSchema,
      signal: NEVER,
    })

    expect(requests).toMatchObject([
      { headers: { authorization: TOKEN }, query: { include: 'a;b', page: '2' } },
    ])
  })

  it('should not mind a byte order mark', async () => {
    const { ask, requests } = await replay({ body: '\uFEFF{"n":1}' })

    expect(await ask()).toEqual({ n: 1 })
    expect(requests).toHaveLength(1)
  })

  it('should tell of each request, repeats included', async () => {
    const onRequest = vi.fn()
    const { ask } = await replay([{ status: 500 }, { status: 500 }, GOOD], { onRequest })
    await ask()

    expect(onRequest).toHaveBeenCalledTimes(3)
  })

  it('should tell of the quota that good and bad answers report', async () => {
    const giveBack = vi.fn(() => Promise.resolve())
    const { ask } = await replay(
      [{ body: { left: 1 }, status: 429 }, { body: { left: 0, n: 1 } }],
      {
        budget: { take: () => Promise.resolve({ giveBack }) },
        facts: {
          readQuota: ({ body }) => [
            { name: 'day', remaining: z.looseObject({ left: z.number() }).parse(body).left },
          ],
        },
      },
    )
    await ask()

    expect(giveBack.mock.calls).toEqual([
      [{ blockedMs: 60_000, quotas: [{ name: 'day', remaining: 1 }] }],
      [{ blockedMs: undefined, quotas: [{ name: 'day', remaining: 0 }] }],
    ])
  })
})

describe('createHttpClient, for a failure that a repeat may mend', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])(
    'should repeat a request after %i',
    async (status) => {
      const { ask, requests } = await replay([{ body: {}, status }, GOOD])

      expect(await ask()).toEqual({ n: 1 })
      expect(requests).toHaveLength(2)
    },
  )

  it('should tell the status of a provider that stays out of order', async () => {
    const { ask } = await replay([{ body: {}, status: 500 }], { attempts: 1 })

    await expect(ask()).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE', status: 500 })
  })

  it('should repeat a request whose connection was cut', async () => {
    const { ask, asked } = await serve(({ request, response }) => {
      if (asked() === 1) {
        request.socket.destroy()
      } else {
        response.end('{"n":1}')
      }
    })

    expect(await ask()).toEqual({ n: 1 })
  })

  it('should repeat a request whose answer was cut in the middle', async () => {
    const { ask, asked } = await serve(({ response }) => {
      if (asked() === 1) {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"n":', () => response.destroy())
      } else {
        response.end('{"n":1}')
      }
    })

    expect(await ask()).toEqual({ n: 1 })
  })

  it('should believe a failure after its attempts', async () => {
    const { ask, requests, waits } = await replay({ body: {}, status: 500 }, { attempts: 3 })

    const error = await catchError(ask())

    expect(error).toMatchObject({ name: 'UnavailableError', code: 'PROVIDER_UNAVAILABLE' })
    expect(error.message).toBe('Test provider answered /a: status 500')
    expect(requests).toHaveLength(3)
    expect(waits).toHaveLength(2)
  })

  it("should tell the provider's own words with the status", async () => {
    const { ask } = await replay({ body: { error: 'bad key' }, status: 401 })

    await expect(ask()).rejects.toThrow('Test provider answered /a: status 401 (bad key)')
  })

  it('should send a request once when it has one attempt', async () => {
    const { ask, requests, waits } = await replay({ body: {}, status: 500 }, { attempts: 1 })
    await catchError(ask())

    expect(requests).toHaveLength(1)
    expect(waits).toEqual([])
  })

  it('should say that a provider cannot be reached, and why', async () => {
    const server = await startReplayServer()
    await server.close()
    const { ask } = createClient({ attempts: 2, baseUrl: server.baseUrl })

    await expect(ask()).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: `Test provider could not be reached at ${server.baseUrl} (ECONNREFUSED).`,
    })
  })

  it('should say within how many seconds a provider did not answer', async () => {
    const { ask, asked } = await serve(() => undefined, {
      attempts: 2,
      facts: { timeoutMs: 500 },
    })

    await expect(ask()).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: 'Test provider did not answer /a within 0.5 seconds.',
    })
    expect(asked()).toBe(2)
  })

  it('should not wait for ever for an answer that began', async () => {
    const { ask } = await serve(({ response }) => response.write('{"n":'), {
      attempts: 1,
      facts: { timeoutMs: 50 },
    })

    await expect(ask()).rejects.toThrow('within 0.05 seconds')
  })
})

describe('createHttpClient, for the wait between two attempts', () => {
  const failing = { body: {}, status: 500 }

  it('should double it each time', async () => {
    const { ask, waits } = await replay(failing, { attempts: 4, backoffMs: 100 })
    await catchError(ask())

    expect(waits).toEqual([100, 200, 400])
  })

  it('should never be longer than its cap', async () => {
    const { ask, waits } = await replay(failing, { attempts: 5, backoffMs: 100, maxWaitMs: 250 })
    await catchError(ask())

    expect(waits).toEqual([100, 200, 250, 250])
  })

  it('should spread it over the whole of its length', async () => {
    const shares = [0, 0.5, 0.25]
    const { ask, waits } = await replay(failing, {
      attempts: 4,
      backoffMs: 100,
      random: () => shares.shift() ?? 1,
    })
    await catchError(ask())

    expect(waits).toEqual([0, 100, 100])
  })

  it('should be as long as the provider asks in seconds', async () => {
    const { ask, waits } = await replay([
      { body: {}, headers: { 'retry-after': '7' }, status: 429 },
      GOOD,
    ])
    await ask()

    expect(waits).toEqual([7000])
  })

  it('should last to the moment that the provider names', async () => {
    const { ask, waits } = await replay(
      [
        { body: {}, headers: { 'retry-after': 'Fri, 01 May 2026 12:00:30 GMT' }, status: 429 },
        GOOD,
      ],
      { clock: { now: () => new Date('2026-05-01T12:00:00Z') } },
    )
    await ask()

    expect(waits).toEqual([30_000])
  })

  it("should be as long as the answer's body asks", async () => {
    const { ask, waits } = await replay([{ body: { wait: 9 }, status: 429 }, GOOD], {
      facts: {
        findFailure: ({ status }) =>
          status === 429
            ? { kind: 'rateLimited', message: 'Spent.', retryAfterMs: 9000 }
            : undefined,
      },
    })
    await ask()

    expect(waits).toEqual([9000])
  })

  it('should follow the header where the body says something else', async () => {
    const { ask, waits } = await replay(
      [{ body: { wait: 9 }, headers: { 'retry-after': '7' }, status: 429 }, GOOD],
      {
        facts: {
          findFailure: ({ status }) =>
            status === 429
              ? { kind: 'rateLimited', message: 'Spent.', retryAfterMs: 9000 }
              : undefined,
        },
      },
    )
    await ask()

    expect(waits).toEqual([7000])
  })

  it.each([
    ['JSON', {}],
    ['HTML', '<html>Slow down</html>'],
  ])('should be seconds when a refusal in %s does not say how long', async (_name, body) => {
    const refusal = { body, status: 429 }
    const { ask, waits } = await replay([refusal, refusal, GOOD], { random: () => 0 })
    await ask()

    expect(waits).toEqual([2500, 5000])
  })

  it('should last until the spent budget is full again', async () => {
    const { ask, waits } = await replay([{ body: {}, status: 429 }, GOOD], {
      facts: {
        readQuota: ({ status }) =>
          status === 429
            ? [
                { name: 'day', remaining: 3, resetsInMs: 50_000 },
                { name: 'minute', remaining: 0, resetsInMs: 8000 },
              ]
            : [],
      },
    })
    await ask()

    expect(waits).toEqual([8000])
  })

  it('should end a request at once when the provider asks for more than the cap', async () => {
    const { ask, requests, waits } = await replay(
      { body: {}, headers: { 'retry-after': '3600' }, status: 429 },
      { maxWaitMs: 60_000 },
    )

    await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 3_600_000 })
    expect(requests).toHaveLength(1)
    expect(waits).toEqual([])
  })

  it('should wait as long as the cap when the provider asks for just that', async () => {
    const { ask, waits } = await replay(
      [{ body: {}, headers: { 'retry-after': '60' }, status: 429 }, GOOD],
      { maxWaitMs: 60_000 },
    )
    await ask()

    expect(waits).toEqual([60_000])
  })
})

describe('createHttpClient, for a failure that no repeat mends', () => {
  it.each([
    [400, 'REQUEST_REFUSED'],
    [401, 'CREDENTIALS_REFUSED'],
    [403, 'ACCESS_DENIED'],
    [404, 'NOT_FOUND'],
    [422, 'REQUEST_REFUSED'],
  ])('should not repeat a request after %i', async (status, code) => {
    const { ask, requests } = await replay({ body: {}, status })

    await expect(ask()).rejects.toMatchObject({ code })
    expect(requests).toHaveLength(1)
  })

  it('should believe a failure that the provider tells with status 200', async () => {
    const { ask, requests } = await replay(
      { body: { message: 'Not in your plan.' } },
      { facts: { findFailure: () => ({ kind: 'accessDenied', message: 'Not in your plan.' }) } },
    )

    await expect(ask()).rejects.toMatchObject({
      code: 'ACCESS_DENIED',
      message: 'Test provider answered /a: Not in your plan.',
    })
    expect(requests).toHaveLength(1)
  })

  it('should prefer what the provider says of a failure to what its status says', async () => {
    const { ask } = await replay(
      { body: {}, status: 403 },
      { attempts: 1, facts: { findFailure: () => ({ kind: 'rateLimited', message: 'Spent.' }) } },
    )

    await expect(ask()).rejects.toMatchObject({ code: 'RATE_LIMITED' })
  })

  it('should refuse an answer of another shape, and say where it differs', async () => {
    const { ask, requests } = await replay({ body: { n: 'one' } })

    const error = await catchError(ask())

    expect(error).toMatchObject({ name: 'InvalidAnswerError', code: 'INVALID_ANSWER' })
    expect(error.message).toContain('→ at n')
    expect(requests).toHaveLength(1)
  })
})

describe('createHttpClient, for a body that is not JSON', () => {
  it.each([
    ['HTML', '<html>Welcome</html>'],
    ['truncated JSON', '{"n":1'],
    ['nothing', ''],
  ])('should take %s for a provider in trouble, and ask again', async (_name, body) => {
    const { ask, requests } = await replay([{ body }, GOOD])

    expect(await ask()).toEqual({ n: 1 })
    expect(requests).toHaveLength(2)
  })

  it.each([
    [401, 'CREDENTIALS_REFUSED'],
    [404, 'NOT_FOUND'],
    [503, 'PROVIDER_UNAVAILABLE'],
  ])("should go by the status %i of a gateway's own page", async (status, code) => {
    const { ask } = await replay(
      { body: '<html>Bad luck</html>', headers: { 'content-type': 'text/html' }, status },
      { attempts: 1 },
    )

    await expect(ask()).rejects.toMatchObject({
      code,
      message: `Test provider answered /a with ${status}.`,
    })
  })

  it('should wait as long as a gateway asks for when the quota is spent', async () => {
    const { ask, waits } = await replay([
      { body: 'Slow down', headers: { 'retry-after': '7' }, status: 429 },
      GOOD,
    ])
    await ask()

    expect(waits).toEqual([7000])
  })
})

describe('createHttpClient, when it is told to stop', () => {
  it('should not send a request at all', async () => {
    const { ask, requests } = await replay(GOOD)

    await catchError(ask(AbortSignal.abort(new Error('shutdown'))))

    expect(requests).toEqual([])
  })

  it('should end a slow request at once, with its reason, and send no other', async () => {
    const controller = new AbortController()
    const reason = new Error('shutdown')
    const { ask, asked, waits } = await serve(() => controller.abort(reason))

    const asking = ask(controller.signal)

    await expect(asking).rejects.toBe(reason)
    expect(asked()).toBe(1)
    expect(waits).toEqual([])
  })

  it('should end a real wait at once and send no other request', async () => {
    const controller = new AbortController()
    const hour = 3_600_000
    const { ask, requests } = await replay(
      { body: {}, status: 500 },
      {
        backoffMs: hour,
        maxWaitMs: hour,
        // The last thing that is asked for before the wait begins.
        random: () => {
          setImmediate(() => controller.abort(new Error('shutdown')))
          return 1
        },
        wait: undefined,
      },
    )

    // The wait is an hour; the test would not see its end.
    await catchError(ask(controller.signal))

    expect(requests).toHaveLength(1)
  })

  it('should send no request after a wait during which it was told', async () => {
    const controller = new AbortController()
    const { ask, requests } = await replay(
      { body: {}, status: 500 },
      {
        wait: () => {
          controller.abort(new Error('shutdown'))
          return Promise.resolve()
        },
      },
    )

    await expect(ask(controller.signal)).rejects.toThrow('shutdown')
    expect(requests).toHaveLength(1)
  })
})

describe('createHttpClient, for secrets', () => {
  const expectNoSecret = (error: SyncError): void => {
    const trace = traceOf(error)
    expect(trace).toContain(error.code)
    expect(trace).not.toContain(TOKEN)
    expect(trace).not.toContain(encodeURIComponent(TOKEN))
    expect(error.cause).toBeUndefined()
  }

  it('should leave none in the error of a refusal that repeats it', async () => {
    const { ask } = await replay(
      { body: { message: `Unknown token ${TOKEN}` }, status: 401 },
      {
        facts: {
          findFailure: () => ({
            kind: 'credentialsRefused',
            message: `Unknown token ${TOKEN} (${encodeURIComponent(TOKEN)})`,
          }),
        },
      },
    )

    const error = await catchError(ask())

    expectNoSecret(error)
    expect(error.message).toContain('Unknown token [redacted] ([redacted])')
  })

  it('should leave none in the error of a connection that fails', async () => {
    const { ask } = await serve(({ request }) => request.socket.destroy(), { attempts: 1 })

    expectNoSecret(await catchError(ask()))
  })

  it('should leave none in the error of a request that is too slow', async () => {
    const { ask } = await serve(() => undefined, { attempts: 1, facts: { timeoutMs: 50 } })

    expectNoSecret(await catchError(ask()))
  })

  it('should leave none in the error of a body that is not JSON', async () => {
    const { ask } = await replay(
      { body: TOKEN, headers: { 'content-type': `text/plain; token=${TOKEN}` } },
      { attempts: 1 },
    )

    expectNoSecret(await catchError(ask()))
  })

  it('should leave none in the error of an answer of another shape', async () => {
    const server = await startReplayServer({ routes: { '/a': { body: { [TOKEN]: 1 } } } })
    onTestFinished(server.close)
    const { http } = createClient({ baseUrl: server.baseUrl })

    const error = await catchError(http.get('/a', { schema: z.strictObject({}), signal: NEVER }))

    expectNoSecret(error)
    expect(error.message).toContain('[redacted]')
  })

  it('should leave none in the error of a refused redirect', async () => {
    const { ask } = await replay(
      {
        headers: { location: `http://127.0.0.1:1/?token=${encodeURIComponent(TOKEN)}` },
        status: 302,
      },
      { attempts: 1 },
    )

    expectNoSecret(await catchError(ask()))
  })
})
