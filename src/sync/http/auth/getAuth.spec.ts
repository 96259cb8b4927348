import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { HttpFacts } from '../../../sdk/index.js'
import type { CreateHttpClientArgs } from '../createHttpClient.js'

import { createHttpClient } from '../createHttpClient.js'
import { answerSchema, catchError, createClient, NEVER, replay } from '../testClient.fixture.js'
import { startAuthServer, toTokenAuth } from './authServer.fixture.js'
import { createMemoryStore } from './TokenStore.js'

const ANN = { password: 'pa"ss/wörd', username: 'ann' }
const MINUTE_MS = 60_000

type SignUpArgs = {
  /** What the provider knows. @default ANN */
  account?: typeof ANN
  facts?: Partial<HttpFacts>
  server?: Parameters<typeof startAuthServer>[0]
} & Partial<CreateHttpClientArgs>

/** A server that knows Ann, and clients that sign in as her by a clock that only tests move. */
const signUp = async ({ account = ANN, facts, server: options, ...args }: SignUpArgs = {}) => {
  const server = await startAuthServer(options)
  onTestFinished(server.close)
  server.register(account.username, account.password)
  let now = Date.UTC(2026, 0, 1)
  const tokens = createMemoryStore()
  /** One of another process: it shares nothing but the store. */
  const createProcess = (own: Partial<HttpFacts> = {}) =>
    createClient({
      baseUrl: server.baseUrl,
      clock: { now: () => new Date(now) },
      facts: {
        auth: toTokenAuth(ANN),
        headers: {},
        secrets: Object.values(ANN),
        ...facts,
        ...own,
      },
      tokens,
      ...args,
    })
  return {
    ...createProcess(),
    createProcess,
    pass: (ms: number) => {
      now += ms
    },
    server,
    tokens,
  }
}

describe('signing in', () => {
  it('should come before the first request, once for all that are sent together', async () => {
    const { ask, server } = await signUp()

    expect(await Promise.all([ask(), ask(), ask()])).toHaveLength(3)
    expect(await ask()).toMatchObject({ n: 1 })
    expect(server.log).toEqual(['login ann', 'get ann', 'get ann', 'get ann', 'get ann'])
  })

  it('should be done once by two processes at the same moment', async () => {
    const { ask, createProcess, server } = await signUp()
    const other = createProcess()
    const open = server.hold('/login')

    const asked = [ask(), other.ask()]
    await expect.poll(() => server.log).toEqual(['login ann'])
    open()

    await Promise.all(asked)
    expect(server.count('login ann')).toBe(1)
  })

  it('should not be tried again after a refusal, by no process, until they change', async () => {
    const { ask, createProcess, server } = await signUp({
      account: { ...ANN, password: 'another one' },
    })

    const error = await catchError(ask())
    expect(error).toMatchObject({ code: 'CREDENTIALS_REFUSED', isRetryable: false })
    expect(error.message).toBe(
      'Test provider refused the credentials: Test provider answered /login: Wrong password ' +
        '[redacted] of ann (status 401). It is not asked again until they change.',
    )
    expect(await catchError(createProcess().ask())).toMatchObject({ message: error.message })
    await catchError(ask())
    expect(server.log).toEqual(['login ann'])

    const changed = { ...ANN, password: 'another one' }
    await createProcess({ auth: toTokenAuth(changed), secrets: Object.values(changed) }).ask()
    expect(server.log).toEqual(['login ann', 'login ann', 'get ann'])
  })

  it.each([{ status: 503 }, { status: 500 }, { status: 429 }])(
    'should be repeated like any request after $status, which says nothing of credentials',
    async ({ status }) => {
      const { ask, server, tokens, waits } = await signUp({ attempts: 2 })
      server.answer('/login', { body: {}, status })

      expect(await catchError(ask())).toMatchObject({ isRetryable: true })
      expect(server.count('login ann')).toBe(2)
      expect(waits).toHaveLength(1)
      expect(await tokens.find()).toBeUndefined()
      server.answer('/login', undefined)
      expect(await ask()).toMatchObject({ n: 1 })
    },
  )

  it('should not be taken for refused where the answer has another shape', async () => {
    const { ask, server } = await signUp()
    server.answer('/login', { body: { hello: 1 }, status: 200 })

    expect(await catchError(ask())).toMatchObject({ code: 'INVALID_ANSWER' })
    server.answer('/login', undefined)
    expect(await ask()).toMatchObject({ n: 1 })
  })

  it('should be no answer when it takes too long, which is no mistake of anybody', async () => {
    const { createProcess, server } = await signUp({ attempts: 1 })
    const { ask } = createProcess({ timeoutMs: 200 })
    const open = server.hold('/login')

    expect(await catchError(ask())).toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      message: expect.stringMatching(/within 0\.2 seconds/) as string,
    })
    open()
  })

  it('should not hold up a request that is told to stop', async () => {
    const { ask, server } = await signUp()
    const open = server.hold('/login')
    const controller = new AbortController()

    const asked = ask(controller.signal)
    await expect.poll(() => server.log).toHaveLength(1)
    controller.abort(new Error('shutdown'))

    await expect(asked).rejects.toThrow('shutdown')
    open()
    await ask()
    expect(server.log).toEqual(['login ann', 'get ann'])
  })

  it('should be counted for the run that asks', async () => {
    const counted: string[] = []
    const { facts, server } = await signUp()
    const [, second] = ['first', 'second'].map((name) =>
      createHttpClient({ facts, onRequest: () => counted.push(name), provider: 'Test provider' }),
    )

    await second?.get('/a', { schema: answerSchema, signal: NEVER })

    expect(server.log).toHaveLength(2)
    expect(counted).toEqual(['second', 'second'])
  })

  it('should take more than one request where a provider says how', async () => {
    const elsewhere = await replay({ body: { token: 'from elsewhere' } })
    const { http, requests } = await replay(GOOD_FOR_TOKEN, {
      facts: {
        auth: {
          headers: (token) => ({ 'x-session': token }),
          login: async ({ http: own, signal }) => {
            const { token } = await own.post(`${elsewhere.server.baseUrl}/a`, {
              body: { form: { user: 'reader' } },
              headers: { 'x-extra': 'yes' },
              schema: z.object({ token: z.string() }),
              signal,
            })
            return { token }
          },
        },
      },
    })

    expect(await http.get('/a', { schema: answerSchema, signal: NEVER })).toEqual({ n: 1 })
    expect(requests).toHaveLength(1)
    expect(elsewhere.requests[0]?.headers).toMatchObject({ 'x-extra': 'yes' })
    expect(elsewhere.requests[0]?.headers.authorization).toBeUndefined()
  })
})

const GOOD_FOR_TOKEN = ({ headers }: { headers: Record<string, unknown> }) => ({
  body: { n: 1 },
  status: headers['x-session'] === 'from elsewhere' ? 200 : 401,
})

describe('a token that runs out', () => {
  it('should be renewed before its end, without a sign-in', async () => {
    const { ask, pass, server } = await signUp()
    await ask()

    pass(54 * MINUTE_MS)
    await ask()
    expect(server.count('renew ann')).toBe(0)
    pass(2 * MINUTE_MS)
    await ask()
    await ask()

    expect(server.log).toEqual([
      'login ann',
      'get ann',
      'get ann',
      'renew ann',
      'get ann',
      'get ann',
    ])
  })

  it('should be renewed once for all requests that are refused together', async () => {
    const { ask, server } = await signUp()
    await ask()
    server.expire()

    await Promise.all([ask(), ask(), ask(), ask()])

    expect(server.count('renew ann')).toBe(1)
    expect(server.count('login ann')).toBe(1)
  })

  it('should be renewed once by two processes that are refused together', async () => {
    const { ask, createProcess, server } = await signUp()
    const other = createProcess()
    await Promise.all([ask(), other.ask()])
    server.expire()
    const open = server.hold('/renew')

    const asked = [ask(), other.ask()]
    await expect.poll(() => server.count('get nobody')).toBe(2)
    open()
    await Promise.all(asked)

    expect(server.count('renew ann')).toBe(1)
    expect(server.count('login ann')).toBe(1)
  })

  it('should be renewed with the newest refresh token', async () => {
    const { ask, server } = await signUp()
    for (let count = 0; count < 4; count += 1) {
      await ask()
      server.expire()
    }

    expect(server.count('login ann')).toBe(1)
    expect(server.count('renew ann')).toBe(3)
  })

  it('should be used further while nobody answers a renewal that is early', async () => {
    const { ask, pass, server } = await signUp()
    await ask()
    server.answer('/renew', { body: {}, status: 503 })
    pass(56 * MINUTE_MS)

    await ask()
    await ask()
    expect(server.count('renew ann')).toBe(1)
    pass(MINUTE_MS)
    server.answer('/renew', undefined)
    await ask()
    expect(server.count('renew ann')).toBe(2)
  })

  it('should be renewed by a sign-in where the renewal is refused', async () => {
    const { ask, server, tokens } = await signUp()
    await ask()
    server.expire()
    server.answer('/renew', { body: { message: 'No.' }, status: 401 })

    expect(await ask()).toMatchObject({ n: 1 })
    expect(server.log.slice(2)).toEqual(['get nobody', 'renew ann', 'login ann', 'get ann'])
    expect(await tokens.find()).toMatchObject({ failures: 0, status: 'ok' })
  })

  it('should end the request that is refused with the new one as well', async () => {
    const { ask, server } = await signUp()
    server.answer('ann', { body: {}, status: 401 })

    expect(await catchError(ask())).toMatchObject({ code: 'CREDENTIALS_REFUSED' })
    expect(server.log).toEqual(['login ann', 'get ann', 'renew ann', 'get ann'])
  })
})

describe('a renewal that is refused', () => {
  it('should be one failure with the sign-in after it, and deactivate after three', async () => {
    const { ask, createProcess, server, tokens } = await signUp()
    await ask()
    server.revoke('ann')

    const messages: string[] = []
    for (let run = 0; run < 5; run += 1) {
      messages.push((await catchError(run % 2 === 0 ? ask() : createProcess().ask())).message)
    }

    expect(server.count('renew ann')).toBe(3)
    expect(server.count('login ann')).toBe(1 + 3)
    expect(await tokens.find()).toMatchObject({ failures: 3, status: 'deactivated' })
    expect(messages[0]).toContain('This was failure 1 in a row; after 3')
    expect(messages[2]).toMatch(/3 times in a row, so this connection is deactivated: .* Save new/)
    expect(messages[4]).toBe(messages[2])
  })

  it('should be one failure for all who are refused together', async () => {
    const { ask, createProcess, server, tokens } = await signUp()
    const other = createProcess()
    await Promise.all([ask(), other.ask()])
    server.revoke('ann')
    const open = server.hold('/login')

    const asked = [ask(), ask(), other.ask(), other.ask()].map(catchError)
    await expect.poll(() => server.count('login ann')).toBe(2)
    open()

    for (const error of await Promise.all(asked)) {
      expect(error.message).toContain('This was failure 1 in a row')
    }
    expect(await tokens.find()).toMatchObject({ failures: 1 })
  })

  it('should be forgotten when one goes well', async () => {
    const { ask, server, tokens } = await signUp()
    await ask()
    server.revoke('ann')
    await catchError(ask())
    await catchError(ask())
    server.register(ANN.username, ANN.password)

    expect(await ask()).toMatchObject({ n: 1 })
    expect(await tokens.find()).toMatchObject({ failures: 0, reason: null, status: 'ok' })
  })

  it('should be over with other credentials', async () => {
    const { ask, createProcess, server, tokens } = await signUp()
    await ask()
    server.revoke('ann')
    for (let run = 0; run < 3; run += 1) {
      await catchError(ask())
    }
    const changed = { ...ANN, password: 'a new one' }
    server.register(changed.username, changed.password)

    await createProcess({ auth: toTokenAuth(changed), secrets: Object.values(changed) }).ask()

    expect(await tokens.find()).toMatchObject({ failures: 0, status: 'ok' })
  })
})

it('should take "no access" for what it is, and renew nothing', async () => {
  const { ask, server } = await signUp()
  server.answer('ann', { body: { message: 'Access denied for user: ann@x.example' }, status: 401 })

  const error = await catchError(ask())

  expect(error).toMatchObject({ code: 'ACCESS_DENIED', isRetryable: false })
  expect(error.message).toContain('no access: Access denied for user: ann@x.example')
  expect(server.log).toEqual(['login ann', 'get ann'])
})

it('should keep a token that could not be stored, and store it later', async () => {
  const store = createMemoryStore()
  let fails = 1
  const { ask, createProcess, server } = await signUp({
    tokens: {
      ...store,
      takeTurn: async (args) => {
        const turn = await store.takeTurn(args)
        return 'waitMs' in turn
          ? turn
          : {
              ...turn,
              end: (state) => {
                fails -= 1
                return fails === 0 ? Promise.reject(new Error('database gone')) : turn.end(state)
              },
            }
      },
    },
  })

  await expect(ask()).rejects.toThrow('database gone')
  expect(await ask()).toMatchObject({ n: 1 })
  expect(await store.find()).toMatchObject({ status: 'ok', version: 1 })
  await createProcess().ask()
  expect(server.log).toEqual(['login ann', 'get ann', 'get ann'])
})

it('should tell no token and no password, the new ones as little as the old', async () => {
  const { ask, server } = await signUp()
  await ask()
  server.expire()
  await ask()
  server.answer('ann', {
    body: { message: JSON.stringify([...server.issued, ANN.password]) },
    status: 400,
  })
  const said = await catchError(ask())
  for (const secret of [...server.issued, ANN.password]) {
    expect(`${said.message} ${said.stack}`).not.toContain(JSON.stringify(secret).slice(1, -1))
  }
})

it('should send credentials to no other server, whoever names it', async () => {
  const elsewhere = await replay({ body: { n: 1 } })
  const { http } = await signUp()
  const url = `${elsewhere.server.baseUrl}/a`

  const error = await catchError(http.get(url, { schema: z.unknown(), signal: NEVER }))

  expect(error.code).toBe('REQUEST_REFUSED')
  expect(error.message).toContain(`${elsewhere.server.baseUrl} is not where it is`)
  expect(elsewhere.requests).toEqual([])
})
