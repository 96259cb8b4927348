import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Emulator } from '../../dev/emulator/Emulator.js'
import type { Clock } from '../../dev/emulator/world/createClock.js'
import type { PeopleTest } from '../subscriptions/createPeopleTest.js'

import { PREFIX } from '../../dev/emulator/providers/spotify/createSpotify.js'
import { CLIENT } from '../../dev/emulator/providers/spotify/SpotifyState.js'
import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { createClock } from '../../dev/emulator/world/createClock.js'
import { spotify } from '../../src/providers/spotify/index.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { dump } from '../connections/createAccountsTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { RECORDINGS_FOLDER } from '../recordings/RECORDINGS_FOLDER.js'
import { createPeopleTest } from '../subscriptions/createPeopleTest.js'

const START = '2026-01-31T10:00:00Z'
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

let clock: Clock
let emulator: Emulator
let test: PeopleTest
let anna: { id: number | string; token: string }
let bert: typeof anna
let connection: { id: number; name: string }

type AgreeArgs = { decision?: 'agree' | 'cancel'; person?: typeof anna; returns?: typeof anna }

const begin = async ({ token } = anna) => {
  const { body, status } = await test.ask({
    method: 'POST',
    path: `/sync/connections/${connection.id}/consent`,
    token,
  })
  return { status, url: String(body.url) }
}

/** What the provider sends somebody back with, who has decided on its page. */
const decide = async (url: string, decision: 'agree' | 'cancel'): Promise<URL> => {
  const answer = await fetch(`${url}&decision=${decision}`, { redirect: 'manual' })
  return new URL(answer.headers.get('location')!)
}

const comeBack = async (url: URL, { token } = anna): Promise<string> => {
  const { headers, status } = await test.ask({
    path: `/sync/consent/callback${url.search}`,
    token,
  })
  expect(status).toBe(302)
  expect(headers.get('cache-control')).toBe('no-store')
  return headers.get('location')!
}

const agree = async ({ decision = 'agree', person = anna, returns = person }: AgreeArgs = {}) =>
  await comeBack(await decide((await begin(person)).url, decision), returns)

const findRow = async () => {
  const path = `/${testSlugs.syncConnections}/${connection.id}`
  return (await test.ask({ path, token: anna.token })).body
}

const sync = () => test.sync(anna.token, { mode: 'full', provider: 'spotify' })

const findHealth = async () => {
  const { body } = await test.ask({ path: '/sync/health', token: anna.token })
  return (body.reasons ?? []) as { code: string; message: string }[]
}

const findIssues = async () => {
  const path = `/${testSlugs.syncIssues}?where[kind][equals]=connection&where[status][equals]=open`
  const { body } = await test.ask({ path, token: anna.token })
  return (body.docs as { message: string }[]).map(({ message }) => message)
}

beforeAll(async () => {
  clock = createClock({ at: new Date(START), isFrozen: true })
  emulator = await startEmulator({ clock })
  test = await createPeopleTest({
    clock,
    providers: [
      spotify({
        accountsUrl: `${emulator.url}${PREFIX}`,
        baseUrl: `${emulator.url}${PREFIX}/v1`,
        clientId: CLIENT.id,
        clientSecret: CLIENT.secret,
      }),
    ],
  })
  anna = await test.signIn('anna')
  bert = await test.signIn('bert')
  connection = await test.connect({ credentials: {}, provider: 'spotify', token: anna.token })
})

afterAll(async () => {
  await test.payload.destroy()
  await emulator.close()
})

describe('a connection that asks for consent', () => {
  it('should be there before anybody agreed, and say what is missing', async () => {
    expect(connection.id).toBeGreaterThan(0)
    const { body, status } = await test.ask({
      body: { mode: 'full', provider: 'spotify' },
      method: 'POST',
      path: '/sync/trigger',
      token: anna.token,
    })
    expect(status).not.toBe(202)
    expect(JSON.stringify(body)).toContain('Nobody has agreed')
    // Nothing is wrong with the sync: somebody has not connected yet.
    expect(await findHealth()).toEqual([])
  })

  it('should lead to the page of the provider, with a challenge and nothing secret', async () => {
    const { url } = await begin()
    const { searchParams } = new URL(url)

    expect(url.startsWith(`${emulator.url}${PREFIX}/authorize?`)).toBe(true)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: CLIENT.id,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost/api/sync/consent/callback',
      response_type: 'code',
      scope: 'user-read-private',
    })
    expect(url).not.toContain(CLIENT.secret)
    expect(searchParams.get('state')).not.toBe(
      new URL((await begin()).url).searchParams.get('state'),
    )
    expect((await begin(bert)).status).toBe(404)
  })

  it('should change nothing when the person does not agree', async () => {
    expect(await agree({ decision: 'cancel' })).toBe(
      `/admin/collections/${testSlugs.syncConnections}/${connection.id}?consent=denied`,
    )
    expect(await findRow()).toMatchObject({ status: 'new' })
  })

  it('should be given to nobody but who began it, and only for a while', async () => {
    const invalid = `/admin/collections/${testSlugs.syncConnections}?consent=invalid`
    expect(await agree({ returns: bert })).toBe(invalid)

    const late = await decide((await begin()).url, 'agree')
    clock.advance(16 * 60 * 1000)
    expect(await comeBack(late)).toBe(invalid)

    const changed = await decide((await begin()).url, 'agree')
    changed.searchParams.set('state', `${changed.searchParams.get('state')!.slice(0, -2)}AA`)
    expect(await comeBack(changed)).toBe(invalid)
    changed.searchParams.delete('state')
    expect(await comeBack(changed)).toBe(invalid)
    expect((await test.ask({ path: '/sync/consent/callback', token: null })).status).toBe(401)

    // A code that somebody else got belongs to another challenge.
    const own = await decide((await begin()).url, 'agree')
    const other = await decide((await begin()).url, 'agree')
    own.searchParams.set('code', other.searchParams.get('code')!)
    expect(await comeBack(own)).toContain('?consent=failed')
    expect(await findRow()).toMatchObject({ status: 'new' })
    clock.set(new Date(START))
  })

  it('should read the plan once somebody agreed, and keep every token sealed', async () => {
    expect(await agree()).toContain('?consent=done')
    expect(await findRow()).toMatchObject({
      consentedAt: '2026-01-31T10:00:00.000Z',
      // The end of July has 31 days, that of a shorter month is its last one.
      consentEndsAt: '2026-07-31T10:00:00.000Z',
      lastError: null,
    })

    expect(await sync()).toMatchObject([{ error: null, status: 'completed' }])
    expect(await test.findAll('subscriptions')).toMatchObject([
      {
        externalId: `${connection.name}:emulated-account`,
        owner: anna.id,
        plan: 'Premium',
        service: 'Spotify',
        source: 'api',
        status: 'active',
      },
    ])
    const all = await dump(test.payload)
    for (const token of [...emulator.spotify.refresh.keys(), ...emulator.spotify.access.keys()]) {
      expect(all).not.toContain(token)
      expect(test.logged()).not.toContain(token)
    }
  })

  it('should take each new refresh token in place of the old one', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [before] = emulator.spotify.refresh.keys()
      clock.advance(2 * HOUR)
      expect(await sync()).toMatchObject([{ error: null, status: 'completed' }])
      const after = [...emulator.spotify.refresh.keys()]
      expect(after).not.toContain(before)
    }
  })

  it('should call an absent product unknown, and leave what a person completed', async () => {
    const [subscription] = await test.findAll('subscriptions')
    await test.ask({
      body: { currency: 'EUR', interval: 'month', price: '12.99' },
      method: 'PATCH',
      path: `/subscriptions/${subscription!.id}`,
      token: anna.token,
    })
    emulator.spotify.isRestricted = true
    await sync()
    expect(await test.findAll('subscriptions')).toMatchObject([
      { plan: 'Premium', price: '12.99', status: 'unknown' },
    ])

    emulator.spotify.isRestricted = false
    emulator.spotify.product = 'open'
    await sync()
    expect(await test.findAll('subscriptions')).toMatchObject([
      { plan: 'Free', price: '12.99', status: 'free' },
    ])
    emulator.spotify.product = 'premium'
  })

  it('should warn a month before it ends, and end when it ends', async () => {
    clock.set(new Date('2026-06-30T10:00:00Z'))
    await sync()
    expect(await findHealth()).toEqual([])
    expect(await findIssues()).toEqual([])

    clock.set(new Date(Date.parse('2026-07-31T10:00:00Z') - 29 * DAY))
    await sync()
    expect(await findHealth()).toMatchObject([
      { code: 'CONSENT_ENDS', message: expect.stringContaining('2026-07-31') as string },
    ])
    expect(await findIssues()).toEqual([expect.stringContaining('ends on 2026-07-31') as string])
    const { body } = await test.ask({ path: '/sync/health', token: bert.token })
    expect(JSON.stringify(body)).not.toContain('CONSENT')

    clock.set(new Date('2026-07-31T10:00:01Z'))
    expect(await sync()).toMatchObject([
      { error: { code: 'CREDENTIALS_REFUSED' }, status: 'failed' },
    ])
    expect((await findHealth()).map(({ code }) => code)).toContain('CONSENT_ENDED')
  })

  it('should go on when the person agrees again', async () => {
    expect(await agree()).toContain('?consent=done')
    expect(await findIssues()).toEqual([])
    expect(await sync()).toMatchObject([{ error: null, status: 'completed' }])
    expect(await findHealth()).toEqual([])
    expect(await findRow()).toMatchObject({ consentEndsAt: '2027-01-31T10:00:01.000Z' })
  })
})

const RECORDED = `${RECORDINGS_FOLDER}spotify/me-premium.json`

it.runIf(existsSync(RECORDED))('should read the plan of a recorded profile', async () => {
  const server = await startReplayServer({
    routes: {
      '/api/token': { body: { access_token: 'invented', expires_in: 3600, token_type: 'Bearer' } },
      '/me': { body: JSON.parse(readFileSync(RECORDED, 'utf8')) as object },
    },
  })
  const own = await createPeopleTest({
    providers: [
      spotify({
        accountsUrl: server.baseUrl,
        baseUrl: server.baseUrl,
        clientId: 'an-app',
        refreshToken: 'invented-refresh',
      }),
    ],
  })
  const { token } = await own.signIn('anna')
  await own.sync(token, { mode: 'full', provider: 'spotify' })

  expect(await own.findAll('subscriptions')).toMatchObject([
    { externalId: 'default:1112264111', owner: null, plan: 'Premium', status: 'active' },
  ])
  expect(JSON.stringify(await own.findAll('subscriptions'))).not.toContain('redacted@example.com')
  await own.payload.destroy()
  await server.close()
})
