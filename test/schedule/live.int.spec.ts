import type { Payload } from 'payload'

import { describe, expect, it, vi } from 'vitest'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { testSlugs } from '../project/testSlugs.js'
import { createScheduleTest } from './createScheduleTest.js'

const LIVE = { frequency: 'minutely', mode: 'live' }

const createLiveTest = async () => {
  const test = await createScheduleTest({
    now: '2031-03-05T12:00:00.000Z',
    provider: { isLive: true },
  })
  const { payload } = test
  const addMatch = async (data: Record<string, unknown>): Promise<number | string> => {
    const { id } = await payload.create({
      collection: testSlugs.matches,
      data: { externalId: '1', provider: 'test', title: 'A : B', ...data },
    })
    return id
  }
  return { ...test, addMatch }
}

/** Counts the statements on a project's pool while something is done. */
const countQueries = async (payload: Payload, work: () => Promise<unknown>): Promise<string[]> => {
  const { pool } = getAdapter(payload)
  const texts: string[] = []
  const note = (query: unknown): void => {
    texts.push(typeof query === 'string' ? query : String((query as { text: string }).text))
  }
  const watched = vi.spyOn(pool, 'query')
  const connected = vi.spyOn(pool, 'connect')
  await work()
  watched.mock.calls.forEach(([query]) => note(query))
  // Whoever takes a connection of its own could ask anything.
  connected.mock.calls.forEach(() => texts.push('connect'))
  watched.mockRestore()
  connected.mockRestore()
  return texts
}

describe('a live schedule', () => {
  it('should cost two queries and nothing else while nothing can be live', async () => {
    const { addMatch, create, findRuns, findSchedules, fire, payload, provider, travelTo } =
      await createLiveTest()
    await addMatch({ startsAt: '2031-03-05T20:00:00.000Z', state: 'scheduled' })
    await create(LIVE)
    await fire()
    const before = await findSchedules()
    travelTo('2031-03-05T12:01:00.000Z')

    let quiet = 0
    const queries = await countQueries(payload, async () => {
      quiet = (await fire()).quiet
    })

    expect(quiet).toBe(1)
    // The pool's own `query` takes a connection for each statement, so one counts twice here.
    expect(queries.filter((text) => text !== 'connect')).toHaveLength(2)
    expect(queries.filter((text) => text === 'connect').length).toBeLessThanOrEqual(2)
    expect(queries.filter((text) => !/^(?:select|connect)/i.test(text))).toEqual([])
    expect(provider.requests()).toBe(0)
    expect(await findRuns()).toEqual([])
    expect(await findSchedules()).toEqual(before)
  })

  it.each([
    ['is about to begin', { startsAt: '2031-03-05T18:14:00.000Z', state: 'scheduled' }],
    ['began lately', { startsAt: '2031-03-05T14:30:00.000Z', state: 'scheduled' }],
    ['is marked as live', { startsAt: '2031-03-05T12:30:00.000Z', state: 'live' }],
    ['is interrupted', { startsAt: '2031-03-05T12:30:00.000Z', state: 'paused' }],
  ])('should run while a match %s', async (_name, match) => {
    const { addMatch, create, findRuns, fire, payload, travelTo } = await createLiveTest()
    await addMatch(match)
    await create(LIVE)

    travelTo('2031-03-05T18:00:00.300Z')
    const { quiet, runs, skipped } = await fire()

    expect({ quiet, skipped }).toEqual({ quiet: 0, skipped: 0 })
    expect(runs).toMatchObject([{ mode: 'live', resource: 'games' }])
    // What was quiet for hours was not late.
    expect(await findRuns()).toMatchObject([
      { scheduled: { at: '2031-03-05T18:00:00.000Z', lateMs: 300, skipped: 0 } },
    ])
    await drainSync({ payload })
    travelTo('2031-03-05T18:01:00.300Z')
    await fire()
    expect(await findRuns()).toHaveLength(2)
  })

  it.each([
    ['begins in sixteen minutes', { startsAt: '2031-03-05T18:16:00.000Z', state: 'scheduled' }],
    ['began more than four hours ago', { startsAt: '2031-03-05T13:59:00.000Z', state: 'finished' }],
    ['never ended', { startsAt: '2031-03-05T12:00:00.000Z', state: 'live' }],
    [
      'is live at another provider',
      { provider: 'other', startsAt: '2031-03-05T18:00:00.000Z', state: 'live' },
    ],
  ])('should be quiet while a match %s', async (_name, match) => {
    const { addMatch, create, fire, travelTo } = await createLiveTest()
    await addMatch(match)
    await create(LIVE)

    travelTo('2031-03-05T18:00:00.000Z')

    expect(await fire()).toMatchObject({ quiet: 1, runs: [] })
  })

  it('should not make up for minutes that nobody looked at', async () => {
    const { addMatch, create, findRuns, findSchedules, fire, travelTo } = await createLiveTest()
    await addMatch({ startsAt: '2031-03-05T18:00:00.000Z', state: 'live' })
    await create({ ...LIVE, cron: '*/30 * * * *', frequency: 'cron' })

    travelTo('2031-03-05T18:20:00.000Z')
    await fire()

    expect(await findRuns()).toEqual([])
    expect(await findSchedules()).toMatchObject([
      { nextSlotAt: '2031-03-05T18:30:00.000Z', skippedSlots: 0 },
    ])
  })

  it('should ask about every resource that has the mode when it is for all', async () => {
    const { addMatch, create, fire, travelTo } = await createLiveTest()
    await create({ ...LIVE, resource: null })
    travelTo('2031-03-05T18:00:00.000Z')
    expect(await fire()).toMatchObject({ quiet: 1, runs: [] })

    await addMatch({ startsAt: '2031-03-05T18:00:00.000Z', state: 'scheduled' })
    travelTo('2031-03-05T18:01:00.000Z')
    expect((await fire()).runs).toMatchObject([{ resource: 'games' }])
  })
})
