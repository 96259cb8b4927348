import type { Payload } from 'payload'

import { expect, it } from 'vitest'

import type { TickerProcess } from './processes/startTickerProcess.js'
import type { ChaosTest } from './project/createChaosTest.js'

import { createRandom } from '../long/createRandom.js'
import { SEED } from '../long/SEED.js'
import { toCount } from '../long/toCount.js'
import { waitFor } from '../project/waitFor.js'
import { createChaosTest } from './project/createChaosTest.js'
import { toGames } from './project/toGames.js'

/** How many minutes a clock is told, one after the other. */
const MINUTES = toCount({ long: 240, short: 30 })
const START = Date.parse('2031-03-05T12:00:00.000Z')
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Hosts agree about the time by so much. */
const SKEW_MS = 20_000

const HOSTS = 5

/** Workers have the machine's clock, and leave the slots to those who are told the time. */
const OPTIONS = { scheduler: { enabled: false } }

const WORK = [
  { mode: 'full', resource: 'clubs' },
  { mode: 'full', resource: 'games' },
  { mode: 'incremental', resource: 'games' },
  { mode: 'live', resource: 'games' },
] as const

const toIso = (atMs: number): string => new Date(atMs).toISOString()

const createSchedule = async (
  payload: Payload,
  data: Record<string, unknown>,
): Promise<number | string> => {
  const { id } = await payload.create({
    collection: 'syncSchedules',
    data: { frequency: 'minutely', provider: 'test', resource: 'games', ...data },
  })
  return id
}

/**
 * Schedules are made by a process whose clock is the machine's; what is due first is then put to
 * where the test begins.
 */
const beginAt = async ({ query }: Pick<ChaosTest, 'query'>, atMs: number): Promise<void> => {
  await query(`update sync_schedules set next_slot_at = '${toIso(atMs)}'`)
}

const waitForRuns = ({ query }: Pick<ChaosTest, 'query'>): Promise<boolean> =>
  waitFor({
    event: 'all runs to end',
    look: async () => {
      const [row] = await query<{ open: number }>(
        "select count(*)::int as open from sync_logs where status in ('queued', 'running')",
      )
      return row?.open === 0
    },
  })

/** The slots that made runs, by schedule, in the order of the slots. */
const findSlots = async ({ query }: Pick<ChaosTest, 'query'>): Promise<Map<number, string[]>> => {
  const rows = await query<{ at: Date; schedule: number }>(`
    select scheduled_schedule_id as schedule, scheduled_at as at from sync_logs
    where scheduled_at is not null order by scheduled_at, id
  `)
  const slots = new Map<number, string[]>()
  for (const { at, schedule } of rows) {
    slots.set(schedule, [...(slots.get(schedule) ?? []), at.toISOString()])
  }
  return slots
}

const lookTogether = (hosts: readonly TickerProcess[], atMs: number, random: () => number) =>
  Promise.all(hosts.map(({ look }) => look(toIso(atMs + Math.floor(random() * SKEW_MS)))))

it(`should do ${MINUTES} minutes of schedules once each in ${HOSTS} processes (seed ${SEED})`, async () => {
  console.log(`Seed: ${SEED}`)
  const random = createRandom(SEED)
  const test = await createChaosTest({ options: OPTIONS, records: toGames({ count: 3, score: 0 }) })
  const { payload, query, startTicker, startWorker } = test
  await payload.create({
    collection: 'matches',
    data: {
      externalId: 'on',
      provider: 'test',
      startsAt: toIso(START),
      state: 'live',
      title: 'On',
    },
  })
  const ids = await Promise.all(WORK.map((work) => createSchedule(payload, work)))
  await beginAt(test, START)
  const hosts = Array.from({ length: HOSTS }, () => startTicker())
  const worker = startWorker()
  await Promise.all([worker.ready, ...hosts.map(({ ready }) => ready)])

  for (let minute = 0; minute < MINUTES; minute += 1) {
    const reports = await lookTogether(hosts, START + minute * MINUTE_MS, random)
    // Work that still waits is not queued a second time, so it is let come to its end.
    await waitForRuns(test)

    expect(reports.map((report) => report?.failed)).toEqual(Array(HOSTS).fill([]))
    expect(reports.reduce((sum, report) => sum + (report?.runs ?? 0), 0)).toBe(WORK.length)
  }

  const expected = Array.from({ length: MINUTES }, (_, minute) => toIso(START + minute * MINUTE_MS))
  const slots = await findSlots(test)
  ids.forEach((id) => expect(slots.get(Number(id))).toEqual(expected))
  const [{ late }] = (await query<{ late: number }>(
    'select max(scheduled_late_ms)::int as late from sync_logs',
  )) as [{ late: number }]
  expect(late).toBeLessThanOrEqual(SKEW_MS)
})

it(`should lose and repeat no slot when processes die and clocks jump (seed ${SEED})`, async () => {
  console.log(`Seed: ${SEED}`)
  const random = createRandom(SEED)
  const test = await createChaosTest({ options: OPTIONS, records: toGames({ count: 3, score: 0 }) })
  const { payload, query, startTicker, startWorker } = test
  const id = Number(await createSchedule(payload, { mode: 'full' }))
  await beginAt(test, START)
  let hosts = [startTicker(), startTicker()]
  const worker = startWorker()
  await Promise.all([worker.ready, ...hosts.map(({ ready }) => ready)])

  let now = START
  const passed = new Set<string>()
  const missed: string[] = []
  for (let step = 0; step < Math.max(12, MINUTES / 5); step += 1) {
    if (random() < 0.3) {
      // Everybody is away for a while; the newest slot of it is made up for.
      const away = 1 + Math.floor(random() * 40)
      for (let minute = 0; minute < away; minute += 1) {
        missed.push(toIso(now + minute * MINUTE_MS))
        passed.add(toIso(now + minute * MINUTE_MS))
      }
      now += away * MINUTE_MS
    }
    const looks = lookTogether(hosts, now, random)
    if (random() < 0.4) {
      // In the middle of its look, or just behind it.
      const [victim, ...others] = hosts as [TickerProcess, ...TickerProcess[]]
      victim.kill()
      await victim.exited
      hosts = [...others, startTicker()]
    }
    await looks
    await Promise.all(hosts.map(({ ready }) => ready))
    // A look of somebody who is alive, in case that the only one who saw the slot died over it.
    await hosts[0]!.look(toIso(now + SKEW_MS + 1000))
    await waitForRuns(test)
    passed.add(toIso(now))
    now += MINUTE_MS
    if (random() < 0.2) {
      // Put back by a moment: the same minute comes again.
      await lookTogether(hosts, now - 2 * MINUTE_MS, random)
      await waitForRuns(test)
    }
  }

  const slots = (await findSlots(test)).get(id) ?? []
  expect(slots).toEqual([...new Set(slots)])
  expect(slots.filter((slot) => !passed.has(slot))).toEqual([])
  const [row] = await query<{ skipped: number }>(
    'select skipped_slots::int as skipped from sync_schedules',
  )
  console.log(`${slots.length} runs, ${row?.skipped} skipped, of ${passed.size} slots.`)
  expect(row?.skipped).toBe(missed.length)
  expect(slots.length + (row?.skipped ?? 0)).toBe(passed.size)
})

it.each([
  { name: 'forward', change: '2031-03-30', slot: '2031-03-30T01:00:00.000Z' },
  { name: 'back', change: '2031-10-26', slot: '2031-10-26T00:30:00.000Z' },
])('should fire a daily 02:30 once when the clock is put $name', async ({ change, slot }) => {
  const random = createRandom(SEED)
  const test = await createChaosTest({ options: OPTIONS, records: toGames({ count: 1, score: 0 }) })
  const { payload, startTicker, startWorker } = test
  const begin = Date.parse(`${change}T00:00:00.000Z`)
  const daily = { frequency: 'daily', hour: 2, minute: 30, timezone: 'Europe/Berlin' }
  const id = Number(await createSchedule(payload, { ...daily, mode: 'full' }))
  const quarterly = Number(
    await createSchedule(payload, {
      cron: '*/15 * * * *',
      frequency: 'cron',
      mode: 'incremental',
      timezone: 'Europe/Berlin',
    }),
  )
  // As the slot of the day before left them.
  await beginAt(test, begin - (24 - (change < '2031-06' ? 1.5 : 0.5)) * HOUR_MS)
  const hosts = [startTicker(), startTicker(), startTicker()]
  const worker = startWorker()
  await Promise.all([worker.ready, ...hosts.map(({ ready }) => ready)])
  await lookTogether(hosts, begin - 20 * HOUR_MS, random)
  await waitForRuns(test)

  for (let minute = 0; minute < 180; minute += 15) {
    await lookTogether(hosts, begin + minute * MINUTE_MS, random)
    await waitForRuns(test)
  }

  const slots = await findSlots(test)
  expect(slots.get(id)?.slice(1)).toEqual([slot])
  expect(slots.get(quarterly)?.slice(-12)).toEqual(
    Array.from({ length: 12 }, (_, index) => toIso(begin + index * 15 * MINUTE_MS)),
  )
})

it('should honour in one process what was edited in another, fifteen seconds later', async () => {
  const test = await createChaosTest({ options: OPTIONS, records: toGames({ count: 1, score: 0 }) })
  const { payload, query, startTicker } = test
  const id = await createSchedule(payload, { frequency: 'monthly', mode: 'full', monthDay: 1 })
  const host = startTicker()
  await host.ready
  await beginAt(test, START + 24 * HOUR_MS)
  expect((await host.look(toIso(START)))?.runs).toBe(0)

  // Asked by its own clock, this process takes the next minute of today for the next slot.
  await payload.update({ id, collection: 'syncSchedules', data: { frequency: 'minutely' } })
  const [row] = await query<{ at: Date }>('select next_slot_at as at from sync_schedules')
  const slot = row!.at.getTime()

  expect((await host.look(toIso(slot - 15_000)))?.runs).toBe(0)
  expect((await host.look(toIso(slot)))?.runs).toBe(1)
})
