import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { DEFAULT_CONNECTION } from '../../../src/sdk/connections/Connection.js'
import { getSync } from '../../../src/sync/engine/Sync.js'
import { diagnose } from '../../../src/sync/operations/doctor/diagnose.js'
import { getStatus } from '../../../src/sync/operations/status/getStatus.js'
import { enterBreaker } from '../../../src/sync/store/breakers/enterBreaker.js'
import { reportBreaker } from '../../../src/sync/store/breakers/reportBreaker.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { createSyncTest } from '../../project/createSyncTest.js'
import { createTestProject } from '../../project/createTestProject.js'
import { defineTestProvider } from '../../project/defineTestProvider.js'

const REASON = 'Test provider answered /games: status 503'

describe('the breaker', async () => {
  // Nobody asks it: the tables are what is looked at.
  const provider = defineTestProvider({ baseUrl: 'http://127.0.0.1:1' })
  const { payload } = await createTestProject({ options: { providers: [provider] } })
  const { pool } = getAdapter(payload)
  afterAll(() => payload.destroy())

  const owner = {
    connection: DEFAULT_CONNECTION,
    database: getSync(payload).database,
    provider: provider.name,
  }

  const enter = () => enterBreaker(owner)
  const report = (failure: null | string) => reportBreaker({ ...owner, failure })
  const fail = async (times: number): Promise<void> => {
    for (let failure = 0; failure < times; failure += 1) {
      await report(REASON)
    }
  }
  const getBreaker = async () => (await getStatus({ payload })).providers[0]!.breaker
  const pass = (interval: string) =>
    pool.query(`update sync_breakers set open_until = open_until - interval '${interval}'`)

  beforeEach(async () => {
    await pool.query('delete from sync_breakers')
  })

  it('should let everything through while answers come', async () => {
    expect(await enter()).toEqual({ isProbe: false })
    await fail(4)
    await report(null)
    await fail(4)

    expect(await enter()).toEqual({ isProbe: false })
    expect(await getBreaker()).toEqual({ reason: REASON, state: 'closed', until: null })
  })

  it('should open after five failures in a row, and say why and until when', async () => {
    await fail(5)

    const refused = await enter()
    expect(refused).toMatchObject({ reason: `it does not answer (${REASON})` })
    expect(refused).toHaveProperty('waitMs', expect.closeTo(30_000, -4))
    const { reason, state, until } = await getBreaker()
    expect({ reason, state }).toEqual({ reason: REASON, state: 'open' })
    expect(Date.parse(until ?? '')).toBeGreaterThan(Date.now())
    const { health } = await diagnose({ payload })
    expect(health).toMatchObject({
      level: 'CRITICAL',
      reasons: [{ code: 'BREAKER_OPEN', provider: 'test', values: { reason: REASON } }],
    })
  })

  it('should let one request find out for all when its time is over', async () => {
    await fail(5)
    await pass('31 seconds')
    expect(await getBreaker()).toMatchObject({ state: 'half-open', until: null })

    const entered = await Promise.all(Array.from({ length: 10 }, enter))

    expect(entered.filter((one) => 'isProbe' in one)).toEqual([{ isProbe: true }])
    expect(await getBreaker()).toMatchObject({ state: 'half-open' })
    await report(null)
    expect(await enter()).toEqual({ isProbe: false })
    expect(await getBreaker()).toEqual({ reason: null, state: 'closed', until: null })
  })

  it('should stay open twice as long after each probe that failed, ten minutes at most', async () => {
    await fail(5)
    const waits: number[] = []
    for (let probe = 0; probe < 6; probe += 1) {
      await pass('11 minutes')
      expect(await enter()).toEqual({ isProbe: true })
      await report(REASON)
      const refused = await enter()
      waits.push('waitMs' in refused ? Math.round(refused.waitMs / 1000) : 0)
    }

    expect(waits).toEqual([60, 120, 240, 480, 600, 600])
  })

  it('should keep the connection away that fails, and no other of its provider', async () => {
    const [north, south] = ['north', 'south'].map((connection) => ({ ...owner, connection }))
    for (let failure = 0; failure < 5; failure += 1) {
      await reportBreaker({ ...north!, failure: REASON })
    }

    expect(await enterBreaker(north!)).toHaveProperty('waitMs')
    expect(await enterBreaker(south!)).toEqual({ isProbe: false })
    await reportBreaker({ ...south!, failure: null })
    expect(await enterBreaker(north!)).toHaveProperty('waitMs')
  })

  it('should let another find out when a probe never comes back', async () => {
    await fail(5)
    await pass('31 seconds')
    await enter()
    await pass('61 seconds')

    expect(await enter()).toEqual({ isProbe: true })
  })
})

it('should put a run off that meets an open breaker, without a request', async () => {
  const { payload, provider, sync } = await createSyncTest({ records: [{ id: '1', name: 'One' }] })
  const { pool } = getAdapter(payload)
  await pool.query(`
    insert into sync_breakers (provider, connection, failures, open_until, reason)
    values ('test', '${DEFAULT_CONNECTION}', 7, clock_timestamp() + interval '5 minutes', 'It is down.')`)

  const refused = await sync()

  expect(refused).toMatchObject({
    error: {
      code: 'PROVIDER_UNAVAILABLE',
      message: 'Test provider was not asked for /scopes: it does not answer (It is down.).',
    },
    requests: 0,
    status: 'failed',
  })
  expect(provider.requests()).toBe(0)

  await pool.query(`update sync_breakers set open_until = clock_timestamp()`)
  expect(await sync()).toMatchObject({ error: null, status: 'completed' })
  expect((await getStatus({ payload })).providers[0]?.breaker.state).toBe('closed')
})
