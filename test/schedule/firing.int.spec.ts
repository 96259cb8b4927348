import { describe, expect, it } from 'vitest'

import { diagnose } from '../../src/sync/operations/doctor/diagnose.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createScheduleTest } from './createScheduleTest.js'

// cspell:ignore errcode plpgsql
const NOW = '2031-03-05T01:00:00.000Z'
const HOURLY = { frequency: 'hourly', minute: 0, mode: 'full' }
const MINUTELY = { frequency: 'minutely', mode: 'incremental' }

describe('firing', () => {
  it('should queue every resource that has the mode, and say that nobody asked', async () => {
    const { create, findRuns, fire, travelTo } = await createScheduleTest({ now: NOW })
    await create({ ...HOURLY, priority: 'high', resource: null })

    travelTo('2031-03-05T02:00:00.100Z')
    await fire()

    const runs = await findRuns()
    expect(runs.map(({ resource }) => resource)).toEqual(['clubs', 'games'])
    runs.forEach((run) => {
      expect(run).toMatchObject({
        priority: 'high',
        scheduled: { at: '2031-03-05T02:00:00.000Z', lateMs: 100 },
        trigger: 'schedule',
      })
      expect(run.initiatedBy ?? null).toBeNull()
    })
  })

  it('should not queue twice what waits already', async () => {
    const { create, findRuns, findSchedules, fire, travelTo } = await createScheduleTest({
      now: NOW,
    })
    await create(MINUTELY)

    travelTo('2031-03-05T01:01:00.000Z')
    await fire()
    travelTo('2031-03-05T01:02:00.000Z')
    const { runs } = await fire()

    expect(runs).toHaveLength(1)
    expect(await findRuns()).toMatchObject([{ scheduled: { at: '2031-03-05T01:01:00.000Z' } }])
    expect(await findSchedules()).toMatchObject([
      { lastSlotAt: '2031-03-05T01:02:00.000Z', nextSlotAt: '2031-03-05T01:03:00.000Z' },
    ])
  })

  it('should go on after a schedule that cannot work, and remember why until it can', async () => {
    const { create, findRuns, findSchedules, fire, logged, payload, travelTo } =
      await createScheduleTest({ now: NOW })
    await create({ ...HOURLY, resource: 'clubs' })
    await create(HOURLY)
    // The config changed since: the resource has no such mode any more.
    const { pool } = getAdapter(payload)
    await pool.query("update sync_schedules set mode = 'live' where resource = 'clubs'")

    travelTo('2031-03-05T02:00:00.000Z')
    const { failed, runs } = await fire()

    const [broken, sound] = await findSchedules()
    expect(failed).toEqual([{ message: expect.stringContaining('live'), schedule: broken!.id }])
    expect(runs).toMatchObject([{ resource: 'games' }])
    expect(broken).toMatchObject({
      lastError: expect.stringContaining('live'),
      lastSlotAt: '2031-03-05T02:00:00.000Z',
      nextSlotAt: '2031-03-05T03:00:00.000Z',
    })
    expect(sound!.lastError).toBeNull()
    expect(logged()).toContain('A schedule started no run')

    await pool.query("update sync_schedules set mode = 'full' where resource = 'clubs'")
    travelTo('2031-03-05T03:00:00.000Z')
    await fire()
    expect((await findSchedules())[0]).toMatchObject({ lastError: null })
    expect((await findRuns()).map(({ resource }) => resource)).toEqual(['games', 'clubs'])
  })

  it('should say why a schedule ends that was saved when its times could still be read', async () => {
    const { create, findSchedules, fire, logged, payload, travelTo } = await createScheduleTest({
      now: NOW,
    })
    await create({ cron: '*/30 * * * *', frequency: 'cron', mode: 'full' })
    await getAdapter(payload).pool.query("update sync_schedules set cron = '*/61 * * * *'")

    travelTo('2031-03-05T01:30:00.000Z')
    await fire()

    const reason = '"*/61 * * * *": the minute cannot be read, expected range 0-59.'
    expect(await findSchedules()).toMatchObject([{ lastError: reason, nextSlotAt: null }])
    expect(logged()).toContain('A schedule has no next time')
    const { findings } = await diagnose({ payload })
    expect(findings.filter(({ check }) => check === 'schedules')).toMatchObject([
      { message: `The schedule Test provider · Matches · Full has no next time: ${reason}` },
    ])
  })

  it('should keep a slot due that the database was in the way of', async () => {
    const { create, findRuns, findSchedules, fire, payload, travelTo } = await createScheduleTest({
      now: NOW,
    })
    await create(HOURLY)
    travelTo('2031-03-05T02:00:00.000Z')
    const { pool } = getAdapter(payload)
    await pool.query(`
      create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'try again' using errcode = '40001'; end $$;
      create trigger refuse before insert on sync_logs execute function refuse();
    `)
    const { failed } = await fire()
    expect(failed).toHaveLength(1)
    expect(await findSchedules()).toMatchObject([
      { lastError: null, nextSlotAt: '2031-03-05T02:00:00.000Z' },
    ])

    await pool.query('drop trigger refuse on sync_logs')
    travelTo('2031-03-05T02:01:00.000Z')
    await fire()
    expect(await findRuns()).toMatchObject([
      { scheduled: { at: '2031-03-05T02:00:00.000Z', lateMs: 60_000, skipped: 0 } },
    ])
  })

  it('should use a slot once when many look at the same time', async () => {
    const { create, findRuns, fire, travelTo } = await createScheduleTest({ now: NOW })
    await create(HOURLY)
    travelTo('2031-03-05T02:00:00.000Z')

    const results = await Promise.all(Array.from({ length: 8 }, fire))

    expect(results.flatMap(({ runs }) => runs)).toHaveLength(1)
    expect(results.flatMap(({ failed }) => failed)).toEqual([])
    expect(await findRuns()).toHaveLength(1)
  })

  it('should not use a slot again that was edited away and back', async () => {
    const { create, findRuns, fire, payload, travelTo, update } = await createScheduleTest({
      now: NOW,
    })
    const { id } = await create(HOURLY)
    travelTo('2031-03-05T02:00:00.000Z')
    await fire()
    await drainSync({ payload })
    expect(await findRuns()).toHaveLength(1)

    // A clock that is put back by a moment makes the same slot come once more.
    travelTo('2031-03-05T01:59:59.000Z')
    await update(id, { minute: 30 })
    await update(id, { minute: 0 })
    travelTo('2031-03-05T02:00:05.000Z')
    await fire()

    expect(await findRuns()).toHaveLength(1)
  })

  it('should leave a slot due while something else of the schedule is edited', async () => {
    const { create, findRuns, fire, travelTo, update } = await createScheduleTest({ now: NOW })
    const { id } = await create(HOURLY)

    travelTo('2031-03-05T02:10:00.000Z')
    await update(id, { note: 'Nobody was there at two.' })
    await fire()

    expect(await findRuns()).toMatchObject([
      { scheduled: { at: '2031-03-05T02:00:00.000Z', lateMs: 600_000 } },
    ])
  })

  it('should lose and repeat no slot when the clock was ahead for a while', async () => {
    const { create, findRuns, findSchedules, fire, payload, travelTo } = await createScheduleTest({
      now: NOW,
    })
    await create(MINUTELY)
    const look = async (moment: string): Promise<void> => {
      travelTo(moment)
      await fire()
      await drainSync({ payload })
    }

    await look('2031-03-05T01:01:00.100Z')
    // Ahead by an hour: the newest slot runs, and those before it count as skipped.
    await look('2031-03-05T02:02:00.100Z')
    await look('2031-03-05T02:03:00.100Z')
    // Put right.
    await look('2031-03-05T01:04:00.100Z')
    await look('2031-03-05T01:05:00.100Z')

    const slots = (await findRuns()).map(({ scheduled }) => scheduled?.at)
    expect(slots).toEqual([
      '2031-03-05T01:01:00.000Z',
      '2031-03-05T02:02:00.000Z',
      '2031-03-05T02:03:00.000Z',
      '2031-03-05T01:04:00.000Z',
      '2031-03-05T01:05:00.000Z',
    ])
    // The two that ran too early do not run again when their time comes.
    await look('2031-03-05T02:01:00.100Z')
    await look('2031-03-05T02:02:00.100Z')
    await look('2031-03-05T02:03:00.100Z')
    await look('2031-03-05T02:04:00.100Z')
    expect((await findRuns()).slice(5).map(({ scheduled }) => scheduled?.at)).toEqual([
      '2031-03-05T02:01:00.000Z',
      '2031-03-05T02:04:00.000Z',
    ])
    expect(await findSchedules()).toMatchObject([{ nextSlotAt: '2031-03-05T02:05:00.000Z' }])
  })

  it.each([-60, -6, -4, 4, 6, 60])(
    'should count what was skipped when another host is off by %s minutes',
    async (off) => {
      const { create, findRuns, findSchedules, fire, payload, travelTo } = await createScheduleTest(
        {
          now: NOW,
        },
      )
      await create(MINUTELY)
      const { pool } = getAdapter(payload)
      const start = Date.parse(NOW)
      const look = async (minute: number): Promise<void> => {
        travelTo(new Date(start + minute * 60_000 + 2000).toISOString())
        await fire()
        // Nobody works on them here, and one that waits would stand in the way of the next.
        await pool.query(`update sync_logs set status = 'completed'`)
      }

      const minutes = Array.from({ length: 12 }, (_, minute) => minute + 1)
      for (const minute of minutes) {
        for (const clock of minute % 2 ? [0, off] : [off, 0]) {
          await look(minute + clock)
        }
      }
      await look(13)

      const at = new Set((await findRuns()).map(({ scheduled }) => scheduled?.at))
      const lost = [...minutes, 13].filter(
        (minute) => !at.has(new Date(start + minute * 60_000).toISOString()),
      )
      const [schedule] = await findSchedules()
      expect(schedule?.skippedSlots).toBe(lost.length)
      expect(lost.length).toBe(off === 4 ? 3 : 0)
    },
  )

  it('should find a schedule of an hour where it left it when the clock is put right', async () => {
    const { create, findRuns, findSchedules, fire, payload, travelTo } = await createScheduleTest({
      now: NOW,
    })
    await create(HOURLY)
    travelTo('2032-03-05T01:30:00.000Z')
    await fire()
    await drainSync({ payload })

    travelTo('2031-03-05T01:31:00.000Z')
    expect((await fire()).runs).toEqual([])
    expect(await findSchedules()).toMatchObject([
      { lastSlotAt: null, nextSlotAt: '2031-03-05T02:00:00.000Z' },
    ])
    travelTo('2031-03-05T02:00:00.000Z')
    await fire()
    expect((await findRuns()).map(({ scheduled }) => scheduled?.at)).toEqual([
      '2032-03-05T01:00:00.000Z',
      '2031-03-05T02:00:00.000Z',
    ])
  })

  it.each([
    { name: 'forward', change: '2031-03-30', slot: '2031-03-30T01:00:00.000Z' },
    { name: 'back', change: '2031-10-26', slot: '2031-10-26T00:30:00.000Z' },
  ])(
    'should fire a daily 02:30 in Berlin once on the day the clock is put $name',
    async ({ change, slot }) => {
      const { create, findRuns, fire, payload, travelTo } = await createScheduleTest({
        now: `${change}T00:00:00.000Z`,
      })
      await create({
        frequency: 'daily',
        hour: 2,
        minute: 30,
        mode: 'full',
        timezone: 'Europe/Berlin',
      })

      for (let minute = 0; minute < 240; minute += 5) {
        travelTo(new Date(Date.parse(`${change}T00:00:00Z`) + minute * 60_000).toISOString())
        const { runs } = await fire()
        if (runs.length > 0) {
          await drainSync({ payload })
        }
      }

      expect((await findRuns()).map(({ scheduled }) => scheduled?.at)).toEqual([slot])
    },
  )
})
