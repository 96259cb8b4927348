import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { ChoiceCost, SyncMode } from '../../../sdk/index.js'
import type { Schedule } from '../../schedule/Schedule.js'

import { defineProvider, defineResource } from '../../../sdk/index.js'
import { estimateCost } from './estimateCost.js'

const toResource = (modes: readonly SyncMode[]) =>
  defineResource({
    collection: 'books',
    externalId: (id) => id,
    fetchPage: () => Promise.resolve({ records: [] }),
    map: () => ({}),
    schema: z.string(),
    scopes: { full: () => [], ...Object.fromEntries(modes.map((mode) => [mode, () => []])) },
  })

const provider = defineProvider({
  name: 'library',
  resources: { books: toResource(['incremental', 'live']), shelves: toResource([]) },
})

const COSTS = {
  books: { full: { each: 8, run: 2 }, incremental: { each: 0.5 }, live: { run: 1 } },
  shelves: { full: { each: 1 } },
} satisfies Record<string, Partial<Record<SyncMode, ChoiceCost>>>

const toSchedule = (schedule: Partial<Schedule>): Schedule =>
  ({
    connection: 'default',
    enabled: true,
    frequency: 'daily',
    hour: 3,
    minute: 0,
    mode: 'full',
    provider: 'library',
    resource: null,
    retiredAt: null,
    timezone: 'UTC',
    ...schedule,
  }) as Schedule

const estimate = (schedules: Schedule[], costs: typeof COSTS | undefined = COSTS) =>
  estimateCost({
    discovery: { costs },
    now: new Date('2026-03-04T12:30:00Z'),
    provider,
    schedules,
  })

describe('what a choice costs', () => {
  it('should count each resource of a full sync, whatever is scheduled', async () => {
    expect(await estimate([])).toEqual({
      fullSync: { each: 9, fixed: 2 },
      isScheduled: false,
      perDay: { each: 0, fixed: 0 },
      perLiveHour: null,
    })
  })

  it('should count how often schedules are due in a day, and what is live by the hour', async () => {
    const { isScheduled, perDay, perLiveHour } = await estimate([
      toSchedule({}),
      toSchedule({ frequency: 'hourly', mode: 'incremental', resource: 'books' }),
      toSchedule({ frequency: 'minutely', mode: 'live', resource: 'books' }),
    ])

    expect({ isScheduled, perDay, perLiveHour }).toEqual({
      isScheduled: true,
      perDay: { each: 9 + 24 * 0.5, fixed: 2 },
      perLiveHour: { each: 0, fixed: 60 },
    })
  })

  it('should count a week as a seventh of it', async () => {
    const { perDay } = await estimate([toSchedule({ frequency: 'weekly', weekday: 1 })])

    expect(perDay!.each * 7).toBeCloseTo(9)
  })

  it('should count every minute of a day', async () => {
    const { perDay } = await estimate([
      toSchedule({ frequency: 'minutely', mode: 'incremental', resource: 'books' }),
    ])

    expect(perDay?.each).toBe(1440 * 0.5)
  })

  it('should leave out what is off, of another provider or of another connection', async () => {
    const { isScheduled } = await estimate([
      toSchedule({ enabled: false }),
      toSchedule({ retiredAt: '2026-01-01T00:00:00Z' }),
      toSchedule({ provider: 'archive' }),
      toSchedule({ connection: 'other' }),
    ])

    expect(isScheduled).toBe(false)
  })

  it('should tell nothing where one part is not known', async () => {
    const schedule = toSchedule({ resource: 'books' })
    const { shelves: _unknown, ...costs } = COSTS

    expect(await estimate([schedule], costs as typeof COSTS)).toMatchObject({
      fullSync: null,
      perDay: { each: 8, fixed: 2 },
    })
    expect(await estimate([schedule], {} as typeof COSTS)).toMatchObject({ perDay: null })
  })
})
