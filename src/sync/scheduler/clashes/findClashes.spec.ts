import { describe, expect, it } from 'vitest'

import type { Candidate, ClashContext, Forecast } from './Clash.js'

import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'
import { toEnglishNames } from '../../../sdk/names/toEnglishNames.js'
import { fromCron } from '../../schedule/slots/fromCron.js'
import { createSlotReader } from './createSlotReader.js'
import { describeClash } from './describeClash.js'
import { findClashes } from './findClashes.js'

const names = toEnglishNames(new Map())

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const NOW = new Date('2031-03-05T00:00:00Z')

const toCandidate = (id: number, cron: string, fields: Partial<Candidate> = {}): Candidate => ({
  id,
  catchUp: true,
  connection: DEFAULT_CONNECTION,
  enabled: true,
  mode: 'full',
  note: null,
  priority: 'normal',
  provider: 'test',
  resource: 'games',
  ...fromCron({ cron, timezone: 'UTC' }),
  ...fields,
})

const search = async (
  schedules: readonly Candidate[],
  {
    forecasts = {},
    ...context
  }: { forecasts?: Record<number, Forecast> } & Partial<ClashContext> = {},
) => {
  const read = createSlotReader(NOW)
  const slots = new Map<Candidate, readonly number[]>()
  for (const schedule of schedules) {
    slots.set(schedule, await read(schedule))
  }
  return await findClashes({
    forecast: ({ id }) => forecasts[Number(id)] ?? null,
    limits: [],
    perConnection: 100,
    schedules,
    slotsOf: (schedule) => slots.get(schedule) ?? [],
    ...context,
  })
}

const takes = (durationMs: number, requests = 0): Forecast => ({ durationMs, requests })

describe('findClashes', () => {
  it("should have nothing against schedules that keep out of each other's way", async () => {
    const found = await search(
      [
        toCandidate(1, '0 2 * * *'),
        toCandidate(2, '0 3 * * *'),
        toCandidate(3, '0 2 * * *', { mode: 'incremental' }),
      ],
      { forecasts: { 1: takes(30 * MINUTE_MS), 2: takes(30 * MINUTE_MS) } },
    )

    expect(found.filter(({ kind }) => kind !== 'collision')).toEqual([])
  })

  describe('duplicate', () => {
    it('should find the same work at the same times, however the times are said', async () => {
      const preset = toCandidate(1, '30 4 * * *')
      const cron = toCandidate(2, '30 4 * * *', { cron: '30 4 * * 0-6', frequency: 'cron' })
      const zoned = toCandidate(3, '30 9 * * *', { timezone: 'Asia/Karachi' })

      expect(await search([preset, cron, zoned])).toMatchObject([
        { kind: 'duplicate', level: 'error', schedules: [2, 1] },
        { kind: 'duplicate', level: 'error', schedules: [3, 1] },
      ])
    })

    it.each([
      { mode: 'incremental' as const },
      { provider: 'other' },
      { resource: 'clubs' },
      { resource: null },
      { connection: 'second' },
      { hour: 5 },
    ])('should not take %o for the same', async (difference) => {
      const schedules = [toCandidate(1, '30 4 * * *'), toCandidate(2, '30 4 * * *', difference)]

      expect(await search(schedules)).toEqual([])
    })
  })

  describe('overlap', () => {
    it('should find a run that is longer than the time to the next slot', async () => {
      const found = await search([toCandidate(1, '*/10 * * * *')], {
        forecasts: { 1: takes(12 * MINUTE_MS) },
      })

      expect(found).toMatchObject([
        {
          kind: 'overlap',
          level: 'warning',
          schedules: [1],
          values: { duration: 12, gap: 10, work: 'test / games / full' },
        },
      ])
    })

    it('should go by the shortest gap', async () => {
      expect(
        await search([toCandidate(1, '0,5 * * * *')], { forecasts: { 1: takes(6 * MINUTE_MS) } }),
      ).toMatchObject([{ kind: 'overlap', values: { gap: 5 } }])
    })

    it('should not mind one that just fits, or that nobody knows anything of', async () => {
      expect(
        await search(
          [toCandidate(1, '*/10 * * * *'), toCandidate(2, '* * * * *', { mode: 'live' })],
          {
            forecasts: { 1: takes(10 * MINUTE_MS) },
          },
        ),
      ).toEqual([])
    })
  })

  describe('collision', () => {
    it('should find two bulk schedules of a connection that meet, once, with the first time', async () => {
      expect(
        await search(
          [toCandidate(1, '0 2 * * *'), toCandidate(2, '30 2 * * *', { resource: 'clubs' })],
          {
            forecasts: { 1: takes(HOUR_MS), 2: takes(MINUTE_MS) },
          },
        ),
      ).toMatchObject([
        {
          kind: 'collision',
          level: 'warning',
          schedules: [2, 1],
          values: {
            at: '2031-03-05T02:30:00.000Z',
            other: 'test / games / full',
            work: 'test / clubs / full',
          },
        },
      ])
    })

    it.each([{ connection: 'second' }, { provider: 'other' }, { mode: 'live' as const }])(
      'should not mind %o, which has a line of its own',
      async (difference) => {
        expect(
          await search([toCandidate(1, '0 2 * * *'), toCandidate(2, '30 2 * * *', difference)], {
            forecasts: { 1: takes(HOUR_MS), 2: takes(MINUTE_MS) },
          }),
        ).toEqual([])
      },
    )
  })

  it('should find the schedules that are more than a connection may have', async () => {
    const schedules = [1, 2, 3].map((id) => toCandidate(id, `${id} 4 * * *`))

    expect(
      await search([...schedules, toCandidate(4, '0 4 * * *', { connection: 'second' })], {
        perConnection: 2,
      }),
    ).toMatchObject([
      {
        kind: 'limit',
        level: 'error',
        schedules: [3],
        values: { connection: 'test/default', limit: 2 },
      },
    ])
  })

  describe('quota', () => {
    const limit = (amount: number, windowMs = HOUR_MS) => ({
      name: 'requests',
      connection: DEFAULT_CONNECTION,
      limit: amount,
      provider: 'test',
      windowMs,
    })

    it('should name the schedule that takes the most, all that take some, and what would fit', async () => {
      const schedules = [
        toCandidate(1, '0 * * * *', { resource: 'clubs' }),
        toCandidate(2, '*/5 * * * *'),
      ]
      const [clash, ...others] = await search(schedules, {
        forecasts: { 1: takes(0, 20), 2: takes(0, 10) },
        limits: [limit(100)],
      })

      expect(others).toEqual([])
      expect(clash).toMatchObject({
        kind: 'quota',
        level: 'error',
        schedules: [2, 1],
        // 90 of 100 may be used: 20 by the clubs, and 70 are 7 runs, one every 9 minutes.
        values: { budget: 'requests', cadence: 9, limit: 100, requests: 140, window: 60 },
      })
      expect(describeClash({ clash: clash!, names })).toContain('every 9 minutes would fit')

      const slower = [schedules[0]!, toCandidate(2, '*/10 * * * *')]
      expect(
        await search(slower, {
          forecasts: { 1: takes(0, 20), 2: takes(0, 10) },
          limits: [limit(100)],
        }),
      ).toEqual([])
    })

    it('should warn before a budget is used up, because people sync by hand as well', async () => {
      const [clash] = await search([toCandidate(1, '*/10 * * * *')], {
        forecasts: { 1: takes(0, 16) },
        limits: [limit(100)],
      })

      expect(clash).toMatchObject({ kind: 'quota', level: 'warning', values: { requests: 96 } })
    })

    it('should say so when no interval is long enough', async () => {
      const [clash] = await search([toCandidate(1, '0 2 * * *')], {
        forecasts: { 1: takes(0, 200) },
        limits: [limit(100)],
      })

      expect(clash).toMatchObject({ kind: 'quota', level: 'error', values: { cadence: 0 } })
      expect(describeClash({ clash: clash!, names })).toContain('no interval is long enough')
    })

    it('should go by the worst window, wherever it begins, and by a day as well', async () => {
      // Four an hour as a rule, and a dozen in an hour that begins at half past.
      const schedules = [
        toCandidate(1, '45,55 5 * * *'),
        toCandidate(2, '5,15 6 * * *', { resource: 'clubs' }),
      ]
      const forecasts = { 1: takes(0, 3), 2: takes(0, 3) }

      expect(await search(schedules, { forecasts, limits: [limit(11)] })).toMatchObject([
        { level: 'error', values: { requests: 12 } },
      ])
      expect(
        await search(schedules, { forecasts, limits: [limit(12, 24 * HOUR_MS)] }),
      ).toMatchObject([{ level: 'warning', values: { requests: 12, window: 24 * 60 } }])
      expect(await search(schedules, { forecasts, limits: [limit(100, 24 * HOUR_MS)] })).toEqual([])
    })

    it('should count only what goes through the connection that has the budget', async () => {
      const forecasts = { 1: takes(0, 500), 2: takes(0, 500) }

      expect(
        await search(
          [
            toCandidate(1, '0 2 * * *', { provider: 'other' }),
            toCandidate(2, '0 2 * * *', { connection: 'second' }),
          ],
          { forecasts, limits: [limit(100)] },
        ),
      ).toEqual([])
    })
  })

  it('should put what keeps a schedule from being saved first', async () => {
    const found = await search(
      [toCandidate(1, '* * * * *'), toCandidate(2, '* * * * *'), toCandidate(3, '*/2 * * * *')],
      { forecasts: { 1: takes(90_000), 2: takes(90_000) } },
    )

    expect(found.map(({ level }) => level)).toEqual(
      [...found].map(({ level }) => level).sort((one, other) => one.localeCompare(other)),
    )
    expect(found[0]).toMatchObject({ kind: 'duplicate' })
    expect(found.every((clash) => describeClash({ clash, names }).length > 20)).toBe(true)
  })
})
