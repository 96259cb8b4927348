import { describe, expect, it } from 'vitest'

import type { Resource } from '../../../sdk/index.js'
import type { Schedule } from '../../schedule/Schedule.js'

import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'
import { forecastFreshness } from './forecastFreshness.js'

const NOW = new Date('2031-03-05T12:30:20.000Z')

const toSchedule = (schedule: Partial<Schedule>): Schedule => ({
  id: 1,
  catchUp: true,
  connection: DEFAULT_CONNECTION,
  countedUntil: null,
  cron: null,
  enabled: true,
  frequency: 'hourly',
  hour: null,
  key: null,
  lastError: null,
  lastSlotAt: null,
  minute: 5,
  mode: 'incremental',
  monthDay: null,
  nextSlotAt: '2031-03-05T13:05:00.000Z',
  note: null,
  origin: 'admin',
  priority: 'normal',
  provider: 'test',
  resource: 'games',
  retiredAt: null,
  skippedSlots: 0,
  timezone: 'UTC',
  weekday: null,
  ...schedule,
})

const scopes = { full: () => [], incremental: () => [], live: () => [] }

const ask = (schedules: Schedule[], lastSuccessAt: null | string = null) =>
  forecastFreshness({
    name: 'games',
    lastSuccessAt,
    now: NOW,
    resource: { scopes } as Pick<Resource, 'scopes'> as Resource,
    schedules,
  })

const LIVE = toSchedule({
  frequency: 'minutely',
  mode: 'live',
  nextSlotAt: '2031-03-05T09:00:00.000Z',
})

describe('forecastFreshness', () => {
  it('should tell the soonest slot of all that mean the resource', () => {
    const all = toSchedule({ nextSlotAt: '2031-03-05T12:45:00.000Z', resource: null })
    const other = toSchedule({ nextSlotAt: '2031-03-05T12:31:00.000Z', resource: 'clubs' })

    expect(ask([toSchedule({}), all, other]).nextSlotAt).toBe('2031-03-05T12:45:00.000Z')
    expect(ask([])).toEqual({})
  })

  it('should tell the next minute of a live schedule that has been quiet', () => {
    expect(ask([LIVE]).nextSlotAt).toBe('2031-03-05T12:31:00.000Z')
  })

  it('should promise a success an hour after the slot behind the last one', () => {
    expect(ask([toSchedule({}), LIVE], '2031-03-05T10:05:40.000Z').freshUntil).toBe(
      '2031-03-05T12:05:00.000Z',
    )
  })

  it('should promise nothing before the first success, nor by a live schedule alone', () => {
    expect(ask([toSchedule({})]).freshUntil).toBeUndefined()
    expect(ask([LIVE], '2031-03-05T10:05:40.000Z').freshUntil).toBeUndefined()
  })
})
