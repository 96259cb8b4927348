import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import type { Quota } from '../../../src/sdk/index.js'
import type { Database } from '../../../src/sync/store/Database.js'
import type { QuotaTicket } from '../../../src/sync/store/quotas/QuotaTicket.js'

import { DEFAULT_CONNECTION } from '../../../src/sdk/connections/Connection.js'
import { getSync } from '../../../src/sync/engine/Sync.js'
import { getStatus } from '../../../src/sync/operations/status/getStatus.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { findQuotas } from '../../../src/sync/store/quotas/findQuotas.js'
import { reportQuota } from '../../../src/sync/store/quotas/reportQuota.js'
import { takeQuota } from '../../../src/sync/store/quotas/takeQuota.js'
import { createTestProject } from '../../project/createTestProject.js'
import { defineTestProvider } from '../../project/defineTestProvider.js'

// Nobody asks it: the tables are what is looked at.
const provider = defineTestProvider({ baseUrl: 'http://127.0.0.1:1' })
const test = await createTestProject({ options: { providers: [provider] } })
const { pool } = getAdapter(test.payload)

afterAll(() => test.payload.destroy())

const owner: { connection: string; database: Database; provider: string } = {
  connection: DEFAULT_CONNECTION,
  database: getSync(test.payload).database,
  provider: 'test',
}

type Ask = { names?: string[]; reserve?: number }

const take = ({ names = ['day'], reserve = 0 }: Ask = {}) => takeQuota({ ...owner, names, reserve })

/** Takes a request that must be granted. */
const mustTake = async (ask?: Ask): Promise<readonly QuotaTicket[]> => {
  const taken = await take(ask)
  if ('waitMs' in taken) {
    throw new Error(`It should have been granted: ${taken.reason}`)
  }
  return taken
}

type Report = { blockedMs?: number; quotas?: readonly Quota[]; tickets?: readonly QuotaTicket[] }

const report = ({ quotas = [], tickets = [], ...args }: Report) =>
  reportQuota({ ...owner, ...args, quotas, tickets })

/** One request whose answer tells this. */
const askAndHear = async (quota: Omit<Quota, 'name'>): Promise<void> => {
  const tickets = await mustTake()
  await report({ quotas: [{ name: 'day', ...quota }], tickets })
}

const left = async (name = 'day') =>
  (await findQuotas({ database: owner.database })).find((q) => q.name === name)

/** Lets time pass for every budget. */
const pass = (interval: string) =>
  pool.query(`update sync_quotas set
    resets_at = resets_at - interval '${interval}', used_at = used_at - interval '${interval}',
    pace_since = pace_since - interval '${interval}',
    blocked_until = blocked_until - interval '${interval}'`)

const ONE_HOUR = 3_600_000

beforeEach(async () => {
  await pool.query('delete from sync_quotas')
})

describe('a budget that nobody has heard of', () => {
  it('should let one request at a time through until an answer tells of it', async () => {
    const first = await mustTake()

    expect(await take()).toMatchObject({
      reason: 'another request is finding out how much is left of its quota "day"',
      waitMs: 250,
    })
    await report({ tickets: first })
    const second = await mustTake()
    expect(await take()).toHaveProperty('waitMs')
    await report({ quotas: [{ name: 'day', limit: 100, remaining: 60 }], tickets: second })
    await mustTake()
    await mustTake()

    expect(await left()).toMatchObject({ limit: 100, remaining: 58 })
  })

  it('should forget the request of a process that is gone', async () => {
    await mustTake()
    await pass('119 seconds')
    expect(await take()).toHaveProperty('waitMs')
    await pass('2 seconds')
    await mustTake()
  })
})

describe('a budget that is known', () => {
  it('should never be overdrawn, however many take at once', async () => {
    await askAndHear({ limit: 10, remaining: 7, resetsInMs: ONE_HOUR })

    const taken = await Promise.all(Array.from({ length: 30 }, () => take()))

    expect(taken.filter((one) => !('waitMs' in one))).toHaveLength(7)
    expect(await left()).toMatchObject({ remaining: 0 })
  })

  it('should say how long it takes until it is full again, and be full then', async () => {
    await askAndHear({ limit: 3, remaining: 0, resetsInMs: ONE_HOUR })
    const refused = await take()
    expect(refused).toMatchObject({ reason: 'its quota "day" is used up' })
    expect(refused).toHaveProperty('waitMs', expect.closeTo(ONE_HOUR, -4))

    await pass('1 hour')

    await mustTake()
    await mustTake()
    await mustTake()
    // When this window ends is for an answer to say; a minute is tried until then.
    expect(await take()).toHaveProperty('waitMs', expect.closeTo(60_000, -4))
  })

  it('should be asked about again after a minute when nobody says when it is full', async () => {
    await askAndHear({ remaining: 0 })
    expect(await take()).toMatchObject({ reason: 'its quota "day" is used up' })

    await pass('61 seconds')

    await mustTake()
    expect(await take()).toMatchObject({ waitMs: 250 })
  })

  it('should be taken from together with others, or not at all', async () => {
    const names = ['day', 'minute']
    const tickets = await mustTake({ names })
    await report({
      quotas: [
        { name: 'day', limit: 100, remaining: 50 },
        { name: 'minute', limit: 10, remaining: 0, resetsInMs: 30_000 },
      ],
      tickets,
    })

    expect(await take({ names })).toMatchObject({ reason: 'its quota "minute" is used up' })
    expect(await left('day')).toMatchObject({ remaining: 50 })
  })

  it('should keep a share for live runs', async () => {
    await askAndHear({ limit: 10, remaining: 4, resetsInMs: ONE_HOUR })
    await mustTake({ reserve: 0.2 })
    await mustTake({ reserve: 0.2 })

    expect(await take({ reserve: 0.2 })).toMatchObject({
      reason: 'what is left of its quota "day" is kept for live runs',
    })
    await mustTake()
    await mustTake()
    expect(await take()).toHaveProperty('waitMs')
  })

  it('should keep nothing from other runs where there is one request only', async () => {
    await askAndHear({ limit: 1, remaining: 1, resetsInMs: ONE_HOUR })
    await mustTake({ reserve: 0.2 })
  })
})

describe('what answers tell of a budget', () => {
  it('should be the whole truth when the request was alone', async () => {
    await askAndHear({ limit: 100, remaining: 50 })
    await askAndHear({ remaining: 90 })

    expect(await left()).toMatchObject({ remaining: 90 })
  })

  it('should never lift the count when requests overlap, in whatever order they end', async () => {
    await askAndHear({ limit: 100, remaining: 10 })
    const [first, second] = [await mustTake(), await mustTake()]
    // The provider saw the second one first.
    await report({ quotas: [{ name: 'day', remaining: 8 }], tickets: first })
    await report({ quotas: [{ name: 'day', remaining: 9 }], tickets: second })

    expect(await left()).toMatchObject({ remaining: 7 })
  })

  it('should lower the count by what others use up', async () => {
    await askAndHear({ limit: 100, remaining: 50 })
    const [first, second] = [await mustTake(), await mustTake()]
    await report({ quotas: [{ name: 'day', remaining: 5 }], tickets: first })

    // The second one may not be counted in it yet.
    expect(await left()).toMatchObject({ remaining: 4 })
    await report({ tickets: second })
    expect(await left()).toMatchObject({ remaining: 4 })
  })

  it('should not count for the next window when it is of the one before', async () => {
    await askAndHear({ limit: 10, remaining: 5, resetsInMs: 1000 })
    const late = await mustTake()
    await pass('2 seconds')
    const next = await mustTake()
    await report({ quotas: [{ name: 'day', remaining: 0, resetsInMs: 100 }], tickets: late })

    // Ten, without the late one that may count against it, and without the next one.
    expect(await left()).toMatchObject({ remaining: 8, resetsAt: null })
    await report({ quotas: [{ name: 'day', remaining: 9, resetsInMs: 1000 }], tickets: next })
    expect(await left()).toMatchObject({ remaining: 8 })
  })

  it('should leave a request spent that was not answered', async () => {
    await askAndHear({ limit: 10, remaining: 5 })
    await report({ tickets: await mustTake() })

    expect(await left()).toMatchObject({ remaining: 4 })
  })

  it('should be kept and shown where nothing is limited by it', async () => {
    await report({ quotas: [{ name: 'Fixture', limit: 3000, remaining: 7 }] })
    await report({ quotas: [{ name: 'Fixture', limit: 3000, remaining: 2999 }] })

    expect(await left('Fixture')).toMatchObject({ limit: 3000, remaining: 2999 })
  })
})

describe('a refusal', () => {
  it('should keep everybody away for as long as the provider asks, and leave the count', async () => {
    await askAndHear({ limit: 10, remaining: 5, resetsInMs: ONE_HOUR })
    await report({ blockedMs: 30_000, tickets: await mustTake() })

    const refused = await take()
    expect(refused).toMatchObject({
      reason: 'it refused a request, because its quota "day" is used up',
    })
    expect(refused).toHaveProperty('waitMs', expect.closeTo(30_000, -4))
    expect(await left()).toMatchObject({ remaining: 0, usedUpAt: null })

    await pass('31 seconds')

    expect(await left()).toMatchObject({ remaining: 4 })
    await mustTake()
  })
})

describe('the status', () => {
  it('should show the budgets, and when they are used up at this pace', async () => {
    await askAndHear({ limit: 100, remaining: 20, resetsInMs: ONE_HOUR })
    await mustTake()
    await mustTake()
    await pass('1 minute')

    const { providers } = await getStatus({ payload: test.payload })

    const [quota] = providers[0]!.quotas
    expect(quota).toMatchObject({ name: 'day', limit: 100, remaining: 18 })
    const minutesLeft = (moment: null | string | undefined) =>
      Math.round((Date.parse(moment ?? '') - Date.now()) / 60_000)
    // Whole minutes, and less by what this test takes on a slow machine.
    expect(minutesLeft(quota?.resetsAt)).toBeLessThanOrEqual(59)
    expect(minutesLeft(quota?.resetsAt)).toBeGreaterThan(30)
    // Two in a minute: eighteen in nine, and some more for what this test takes.
    expect(minutesLeft(quota?.usedUpAt)).toBeGreaterThanOrEqual(9)
    expect(minutesLeft(quota?.usedUpAt)).toBeLessThan(30)
  })

  it('should measure the pace anew after a pause', async () => {
    await askAndHear({ limit: 100, remaining: 11, resetsInMs: ONE_HOUR })
    await mustTake()
    await pass('10 minutes')
    await mustTake()
    await pass('5 milliseconds')
    await mustTake()

    const { usedUpAt } = (await left())!
    expect(Date.parse(usedUpAt ?? '')).toBeLessThan(Date.now() + 60_000)
  })
})

describe('a budget that is declared', () => {
  const declared = [{ name: 'second', limit: 2, per: 'provider', windowMs: 60_000 }] as const
  const takeAs = (connection: string, database = owner.database) =>
    takeQuota({ connection, database, declared, names: ['second'], provider: 'test', reserve: 0 })

  it('should be one of all connections, known before any answer', async () => {
    const taken = await Promise.all(['north', 'south', 'west', 'east'].map((name) => takeAs(name)))

    const waits = taken.flatMap((each) => ('waitMs' in each ? [each] : []))
    expect(waits).toHaveLength(2)
    for (const { reason, waitMs } of waits) {
      expect(reason).toBe('its quota "second" is used up')
      expect(waitMs).toBeGreaterThan(50_000)
      expect(waitMs).toBeLessThanOrEqual(60_000)
    }
    expect(await findQuotas({ database: owner.database })).toMatchObject([
      { name: 'second', connection: '*', limit: 2, remaining: 0, windowMs: 60_000 },
    ])
    const { providers } = await getStatus({ payload: owner.database.payload })
    expect(providers.map(({ quotas }) => quotas)).toMatchObject([[{ name: 'second', limit: 2 }]])
  })

  it('should be full again after its window, whatever is still under way', async () => {
    await takeAs('north')
    await takeAs('south')

    await pass('60 seconds')

    expect(await takeAs('north')).toHaveLength(1)
    expect(await takeAs('west')).toHaveLength(1)
    expect(await takeAs('south')).toHaveProperty('waitMs')
  })

  it('should be held by whatever the config says now', async () => {
    await takeAs('north')
    await takeAs('north')
    const take = (limit: number) =>
      takeQuota({ ...owner, declared: [{ ...declared[0], limit }], names: ['second'], reserve: 0 })
    await pass('60 seconds')

    expect(await take(1)).toHaveLength(1)
    expect(await take(1)).toHaveProperty('waitMs')
  })

  it('should be one of each connection where nothing else is said', async () => {
    const own = [{ name: 'own', limit: 1, windowMs: 60_000 }]
    const take = (connection: string) =>
      takeQuota({ ...owner, connection, declared: own, names: ['own'], reserve: 0 })

    expect(await take('north')).toHaveLength(1)
    expect(await take('south')).toHaveLength(1)
    expect(await take('north')).toHaveProperty('waitMs')
  })

  it('should keep all connections back that a refusal speaks of', async () => {
    const tickets = await takeAs('north')
    await reportQuota({
      ...owner,
      blockedMs: 5000,
      connection: 'north',
      declared,
      quotas: [],
      tickets: 'waitMs' in tickets ? [] : tickets,
    })

    expect(await takeAs('south')).toMatchObject({ waitMs: expect.closeTo(5000, -3) as number })
  })
})
