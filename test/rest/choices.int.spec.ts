import type { Payload } from 'payload'

import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Emulator } from '../../dev/emulator/Emulator.js'
import type { NamedChoices } from '../../src/sync/operations/discover/getChoices.js'

import { PREFIX } from '../../dev/emulator/providers/api-football/createApiFootball.js'
import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { apiFootball } from '../../src/providers/api-football/index.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'
import { forgetQuotas } from '../project/forgetQuotas.js'
import { testSlugs } from '../project/testSlugs.js'

const MANAGER = 'manager@example.com'
const VIEWER = 'viewer@example.com'
const PASSWORD = 'only-for-tests'
const PATH = '/sync/choices/sportmonks/leagues'

let emulator: Emulator
let payload: Payload
let cacheKey: string
/** Of two leagues with the same name in two countries, and of a third. */
let austria: number
let germany: number
let third: number
const tokens = new Map<string, string>()

beforeAll(async () => {
  emulator = await startEmulator({
    drawsPictures: true,
    set: { files: ['2023-24/at.1', '2023-24/de.1', '2023-24/de.2'] },
  })
  const idOf = (code: string): number =>
    [...emulator.world.leagues.values()].find((league) => league.code === code)!.id
  austria = idOf('at.1')
  germany = idOf('de.1')
  third = idOf('de.2')
  const started = await createTestProject({
    config: { admin: { user: 'users' }, collections: [{ slug: 'users', auth: true, fields: [] }] },
    isNew: true,
    options: {
      access: { manage: ({ req }) => req.user?.email === MANAGER },
      providers: [
        sportmonks({ apiToken: 'token', baseUrl: `${emulator.url}/v3` }),
        apiFootball({ apiKey: 'key', baseUrl: `${emulator.url}${PREFIX}`, leagues: [germany] }),
        { ...sportmonks({ baseUrl: emulator.url }), name: 'unset', label: 'Unset' },
      ],
    },
  })
  payload = started.payload
  cacheKey = started.cacheKey
  for (const email of [MANAGER, VIEWER]) {
    await payload.create({ collection: 'users', data: { email, password: PASSWORD } })
    const { token } = await payload.login({
      collection: 'users',
      data: { email, password: PASSWORD },
    })
    tokens.set(email, token!)
  }
})

afterAll(async () => {
  await payload.destroy()
  await emulator.close()
})

type AskArgs = { as?: null | string; path?: string; values?: unknown }

const ask = async ({ as = MANAGER, path = PATH, values }: AskArgs = {}) => {
  const response = await handleEndpoints({
    config: payload.config,
    payloadInstanceCacheKey: cacheKey,
    request: new Request(`http://localhost/api${path}`, {
      body: values === undefined ? undefined : JSON.stringify({ values }),
      headers: {
        'Content-Type': 'application/json',
        ...(as !== null && { Authorization: `JWT ${tokens.get(as)}` }),
      },
      method: values === undefined ? 'GET' : 'POST',
    }),
  })
  return { body: (await response.json()) as NamedChoices, status: response.status }
}

const codeOf = ({ body }: { body: unknown }) =>
  (body as { errors: { code: string; message: string }[] }).errors[0]

const sync = async (resource: string) => {
  await forgetQuotas({ payload })
  await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'sportmonks',
    resource,
    trigger: 'api',
  })
  await drainSync({ payload })
}

const findIds = async (key: 'leagues' | 'seasons') => {
  const { docs } = await payload.find({ collection: testSlugs[key], depth: 0 })
  return docs as unknown as { externalId: string }[]
}

describe('what there is to choose from', () => {
  it('should not be told while the provider fails, and be there when it works again', async () => {
    emulator.faults.add({ kind: 'status', path: '/v3/football/leagues', status: 500, times: 1 })

    const answer = await ask({ as: VIEWER })

    expect(answer.status).toBe(502)
    expect(codeOf(answer)).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    expect((await ask({ as: VIEWER })).status).toBe(200)
  })

  it('should be told with country and picture, and asked for once', async () => {
    const { body, status } = await ask({ as: VIEWER })
    const again = await ask({ path: `${PATH}?search=bundesliga+austria` })

    expect(status).toBe(200)
    expect(body).toMatchObject({ chosen: null, config: null, total: 3, values: null })
    expect(body.choices.map(({ group, label }) => `${group} ${label}`)).toEqual([
      'Austria Bundesliga',
      'Germany 2. Bundesliga',
      'Germany Bundesliga',
    ])
    expect(body.choices.every(({ picture }) => picture?.startsWith('data:image/'))).toBe(true)
    expect(again.body.choices).toMatchObject([{ value: austria }])
    expect(again.body.total).toBe(3)
    const asked = emulator.requests.list().filter(({ path }) => path.includes('/leagues'))
    // The first one failed.
    expect(asked).toHaveLength(2)
  })

  it('should say what it will cost, by the schedules that are on', async () => {
    const { id } = await payload.create({
      collection: testSlugs.syncSchedules,
      data: {
        frequency: 'daily',
        hour: 3,
        minute: 0,
        mode: 'full',
        provider: 'sportmonks',
        resource: 'seasons',
      },
    })

    const { cost } = (await ask()).body

    // Six requests for countries; for each league itself, seasons, teams, 20 squads, 8 pages.
    expect(cost).toMatchObject({
      fullSync: { each: 31, fixed: 6 },
      isScheduled: true,
      perDay: { each: 1, fixed: 0 },
      perLiveHour: null,
    })
    await payload.delete({ id, collection: testSlugs.syncSchedules })
  })

  it.each([
    [null, PATH, 401, 'UNAUTHENTICATED'],
    [VIEWER, '/sync/choices/nobody/leagues', 404, 'UNKNOWN_PROVIDER'],
    [VIEWER, '/sync/choices/sportmonks/teams', 404, 'UNKNOWN_RESOURCE'],
    [VIEWER, '/sync/choices/sportmonks/constructor', 404, 'UNKNOWN_RESOURCE'],
    [VIEWER, '/sync/choices/unset/leagues', 409, 'PROVIDER_NOT_CONFIGURED'],
  ])('should be kept from %s at %s: %d', async (as, path, status, code) => {
    const answer = await ask({ as, path })

    expect(answer.status).toBe(status)
    expect(codeOf(answer)).toMatchObject({ code })
  })

  it('should name what is missing where there are no credentials', async () => {
    expect(codeOf(await ask({ path: '/sync/choices/unset/leagues' }))?.message).toContain(
      'SPORTMONKS_API_TOKEN',
    )
  })
})

describe('a choice', () => {
  it.each([
    [VIEWER, [1], 403, 'FORBIDDEN'],
    [MANAGER, [1], 400, 'UNKNOWN_CHOICE'],
    [MANAGER, 'all', 400, 'INVALID_INPUT'],
    [MANAGER, [null], 400, 'INVALID_INPUT'],
  ])('should not be made by %s with %j', async (as, values, status, code) => {
    const answer = await ask({ as, values })

    expect(answer.status).toBe(status)
    expect(codeOf(answer)).toMatchObject({ code })
    expect((await ask()).body.values).toBeNull()
  })

  it('should be what is synced, and be told with whoever made it', async () => {
    const { body, status } = await ask({ values: [austria, germany, austria] })

    expect(status).toBe(200)
    expect(body.values).toEqual([austria, germany])
    expect(body.chosen).toMatchObject({ chosenBy: MANAGER })
    expect(body.choices.map(({ value }) => value)).toEqual([austria, germany, third])

    await sync('leagues')
    await sync('seasons')
    const stored = (await findIds('leagues')).map(({ externalId }) => Number(externalId))
    expect(new Set(stored)).toEqual(new Set([austria, germany]))
    expect(await findIds('seasons')).toHaveLength(2)
  })

  it('should leave alone what it does not have any more', async () => {
    await ask({ values: [germany] })
    emulator.requests.clear()
    await sync('leagues')

    expect(await findIds('leagues')).toHaveLength(2)
    const asked = emulator.requests.list().map(({ path }) => path)
    expect(asked.filter((path) => path.includes(String(austria)))).toEqual([])
    const { docs } = await payload.find({
      collection: testSlugs.syncIssues,
      where: { kind: { equals: 'missing' } },
    })
    expect(docs).toEqual([])
  })

  it('should be taken back to everything by choosing nothing', async () => {
    const { body } = await ask({ values: [] })
    await sync('leagues')

    expect(body).toMatchObject({ chosen: null, values: null })
    expect(await findIds('leagues')).toHaveLength(3)
  })

  it('should be of the config where it says something', async () => {
    const path = '/sync/choices/api-football/leagues'

    const answer = await ask({ path, values: [austria] })

    expect(answer.status).toBe(409)
    expect(codeOf(answer)?.code).toBe('CHOSEN_IN_CONFIG')
    const { body } = await ask({ path })
    expect(body).toMatchObject({
      config: `apiFootball({ leagues: [${germany}] })`,
      values: [germany],
    })
    expect(body.choices[0]).toMatchObject({ value: germany })
  })
})
