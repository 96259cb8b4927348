import { createServer } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'

import type { OAuthOptions } from '../../../sdk/index.js'
import type { AuthState } from './AuthState.js'
import type { TokenStore } from './TokenStore.js'

import { oauthAuth } from '../../../sdk/index.js'
import { catchError, createClient } from '../testClient.fixture.js'
import { readLifetime } from './readLifetime.js'
import { createMemoryStore } from './TokenStore.js'
import { toKeptToken } from './toKeptToken.js'

const NOW = 1_000_000

/** A server that renews with whatever refresh token came last, as RFC 6749 says it. */
const startOAuth = async (
  options: { isRotating: boolean; tokens?: TokenStore } & Partial<OAuthOptions>,
) => {
  const { isRotating, tokens = createMemoryStore(), ...more } = options
  const used: string[] = []
  const seen: { authorization: string | undefined; form: Record<string, string> }[] = []
  let good = 'of the consent'
  let access = ''
  const server = createServer((request, response) => {
    const { authorization } = request.headers
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    if (request.url !== '/token') {
      used.push(authorization?.replace('Bearer ', '') ?? '')
      return answer(authorization === `Bearer ${access}` ? 200 : 401, { n: 1 })
    }
    void readText(request).then((body) => {
      const form = Object.fromEntries(new URLSearchParams(body))
      seen.push({ authorization, form })
      if (form.refresh_token !== good) {
        return answer(400, { error: 'invalid_grant', error_description: 'Token revoked' })
      }
      access = `access-${seen.length}`
      good = isRotating ? `refresh-${seen.length}` : good
      answer(200, {
        access_token: access,
        expires_in: '3600',
        ...(isRotating && { refresh_token: good }),
      })
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const client = createClient({
    baseUrl,
    facts: {
      auth: oauthAuth({
        clientId: 'app',
        refreshToken: 'of the consent',
        tokenUrl: `${baseUrl}/token`,
        ...more,
      }),
      headers: {},
      secrets: [],
    },
    tokens,
  })
  return {
    ...client,
    expire: () => {
      access = 'another'
    },
    revoke: () => {
      access = 'another'
      good = 'another'
    },
    seen,
    tokens,
    /** Access tokens of everything that was asked for, in order. */
    used,
  }
}

it('should renew with the token of the consent, and keep it where no other comes', async () => {
  const { ask, expire, seen } = await startOAuth({ clientSecret: 'a secret', isRotating: false })

  await ask()
  expire()
  await ask()

  const form = { grant_type: 'refresh_token', refresh_token: 'of the consent' }
  const authorization = `Basic ${Buffer.from('app:a%20secret').toString('base64')}`
  expect(seen).toEqual([
    { authorization, form },
    { authorization, form },
  ])
})

it('should renew with the newest one where they rotate, and name the client as PKCE has it', async () => {
  const { ask, expire, seen } = await startOAuth({ isRotating: true })

  await ask()
  expire()
  await ask()

  expect(seen.map(({ authorization }) => authorization)).toEqual([undefined, undefined])
  expect(seen.map(({ form }) => [form.client_id, form.refresh_token])).toEqual([
    ['app', 'of the consent'],
    ['app', 'refresh-1'],
  ])
})

it('should ask for nothing with a new token before that is stored, also where storing fails', async () => {
  const memory = createMemoryStore()
  const stored: (string | undefined)[] = []
  let isDown = false
  const keep = (state: AuthState | undefined): void => {
    if (isDown) {
      throw new Error('The database is away.')
    }
    stored.push(state?.token?.token)
  }
  const tokens: TokenStore = {
    ...memory,
    takeTurn: async (args) => {
      const turn = await memory.takeTurn(args)
      return 'end' in turn
        ? {
            ...turn,
            end: async (state) => {
              keep(state)
              return await turn.end(state)
            },
          }
        : turn
    },
  }
  const { ask, expire, seen, used } = await startOAuth({ isRotating: true, tokens })
  await ask()
  expire()
  isDown = true

  expect((await catchError(ask())).message).toContain('The database is away.')
  expect((await catchError(ask())).message).toContain('The database is away.')
  // It was renewed once, and nothing left with what came of it.
  expect(seen).toHaveLength(2)
  expect(used).toEqual(['access-1', 'access-1'])

  isDown = false
  expect(await ask()).toMatchObject({ n: 1 })
  expect(seen).toHaveLength(2)
  expect(stored).toEqual(['access-1', 'access-2'])
  expect(used.at(-1)).toBe('access-2')
})

it('should deactivate after three refusals, in the words of the provider', async () => {
  const { ask, revoke, seen, tokens } = await startOAuth({ isRotating: true })
  await ask()
  revoke()

  for (let run = 0; run < 4; run += 1) {
    expect((await catchError(ask())).message).toContain('Token revoked')
  }

  expect(seen).toHaveLength(1 + 3)
  expect(await tokens.find()).toMatchObject({ failures: 3, status: 'deactivated' })
})

const toJwt = (claims: unknown): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`

it.each([
  ['what it says of itself', toJwt({ exp: 7200, iat: 3600 }), 3_600_000],
  ['its end where it has no beginning', toJwt({ exp: 1600 }), 600_000],
  ['nothing where it is none', 'a.b.c', undefined],
  ['nothing where it says none', toJwt({ sub: 'x' }), undefined],
  ['nothing of a plain one', 'plain', undefined],
])('should read of a token %s', (_name, token, life) => {
  expect(readLifetime({ now: NOW, token })).toBe(life)
})

it('should renew a token five minutes before its end, and a short one at half of it', () => {
  const keep = (expiresInMs?: number) =>
    toKeptToken({
      auth: {},
      issued: { expiresInMs, token: 'plain' },
      now: NOW,
      refreshToken: 'old',
    })

  expect(keep(3_600_000)).toMatchObject({
    expiresAt: NOW + 3_600_000,
    refreshAt: NOW + 3_300_000,
    refreshToken: 'old',
  })
  expect(keep(60_000)).toMatchObject({ expiresAt: NOW + 60_000, refreshAt: NOW + 30_000 })
  expect(keep()).toMatchObject({ expiresAt: null, refreshAt: null })
})
