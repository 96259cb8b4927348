import { describe, expect, it } from 'vitest'

import type { Timing } from '../Schedule.js'

import { fromCron } from './fromCron.js'
import { toCron } from './toCron.js'

describe('fromCron and toCron', () => {
  it.each([
    ['* * * * *', { frequency: 'minutely' }],
    ['5 * * * *', { frequency: 'hourly', minute: 5 }],
    ['30 2 * * *', { frequency: 'daily', hour: 2, minute: 30 }],
    ['0 4 * * 0', { frequency: 'weekly', hour: 4, minute: 0, weekday: 0 }],
    ['15 23 28 * *', { frequency: 'monthly', hour: 23, minute: 15, monthDay: 28 }],
  ])('should take %s for a preset, and back', (cron, preset) => {
    const timing = fromCron({ cron, timezone: 'Europe/Berlin' })

    expect(timing).toEqual({
      cron: null,
      hour: null,
      minute: null,
      monthDay: null,
      timezone: 'Europe/Berlin',
      weekday: null,
      ...preset,
    })
    expect(toCron(timing)).toBe(cron)
  })

  it.each([
    '*/15 * * * *',
    '0 4 * * 7',
    '0 4 * * MON',
    '0 4 29 * *',
    '0 4 0 * *',
    '0 4 L * *',
    '0 4 1 * 1',
    '0 * 1 * *',
    '0 * * * 1',
    '0 4 1 6 *',
    '60 * * * *',
    '0 24 * * *',
    '0 4',
  ])('should leave %s as it is', (cron) => {
    const timing = fromCron({ cron, timezone: 'UTC' })

    expect(timing).toMatchObject({ cron, frequency: 'cron', hour: null, minute: null })
    expect(toCron(timing)).toBe(cron)
  })

  it('should put a beginning where a preset says nothing', () => {
    const blank = { cron: null, hour: null, minute: null, monthDay: null, weekday: null }
    const crons = (['hourly', 'daily', 'weekly', 'monthly', 'cron'] as const).map((frequency) =>
      toCron({ ...blank, frequency, timezone: 'UTC' } satisfies Timing),
    )

    expect(crons).toEqual(['0 * * * *', '0 0 * * *', '0 0 * * 1', '0 0 1 * *', ''])
  })
})
