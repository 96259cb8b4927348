import { describe, expect, it } from 'vitest'

import { testSlugs } from '../project/testSlugs.js'
import { createScheduleTest } from './createScheduleTest.js'

const DAILY = { frequency: 'daily', hour: 2, minute: 30, mode: 'full' }

describe('a schedule', () => {
  it('should fire once at its slot and name it in the run', async () => {
    const { create, findRuns, findSchedules, fire, travelTo } = await createScheduleTest({
      now: '2031-03-05T01:00:00.000Z',
    })
    await create(DAILY)

    expect((await fire()).runs).toEqual([])
    travelTo('2031-03-05T02:30:00.200Z')
    const first = await fire()
    const again = await fire()

    expect(first.runs).toHaveLength(1)
    expect(again.runs).toEqual([])
    expect(await findRuns()).toMatchObject([
      {
        mode: 'full',
        resource: 'games',
        scheduled: { at: '2031-03-05T02:30:00.000Z', lateMs: 200, skipped: 0 },
        trigger: 'schedule',
      },
    ])
    expect(await findSchedules()).toMatchObject([
      {
        lastSlotAt: '2031-03-05T02:30:00.000Z',
        nextSlotAt: '2031-03-06T02:30:00.000Z',
      },
    ])
  })

  it('should make up for the newest slot it missed, say how late, and skip the older ones', async () => {
    const { create, findRuns, fire, travelTo } = await createScheduleTest({
      now: '2031-03-05T01:00:00.000Z',
    })
    await create(DAILY)

    travelTo('2031-03-08T05:30:00.000Z')
    const { runs, skipped } = await fire()

    expect(runs).toHaveLength(1)
    expect(skipped).toBe(3)
    expect(await findRuns()).toMatchObject([
      { scheduled: { at: '2031-03-08T02:30:00.000Z', lateMs: 3 * 3_600_000, skipped: 3 } },
    ])
  })

  it('should let missed slots go when it is not to catch up', async () => {
    const { create, findRuns, findSchedules, fire, travelTo } = await createScheduleTest({
      now: '2031-03-05T01:00:00.000Z',
    })
    await create({ ...DAILY, catchUp: false })

    travelTo('2031-03-08T05:30:00.000Z')
    await fire()

    expect(await findRuns()).toEqual([])
    expect(await findSchedules()).toMatchObject([
      { nextSlotAt: '2031-03-09T02:30:00.000Z', skippedSlots: 4 },
    ])
  })

  it('should be honoured as it was edited, and not fire while it is off', async () => {
    const { create, findRuns, fire, payload, travelTo } = await createScheduleTest({
      now: '2031-03-05T01:00:00.000Z',
    })
    const { id } = await create(DAILY)
    const edit = (data: Record<string, unknown>) =>
      payload.update({ id, collection: testSlugs.syncSchedules, data })

    await edit({ hour: 4 })
    travelTo('2031-03-05T02:31:00.000Z')
    await fire()
    expect(await findRuns()).toEqual([])
    await edit({ enabled: false })
    travelTo('2031-03-05T04:30:00.000Z')
    await fire()
    expect(await findRuns()).toEqual([])
    await edit({ enabled: true })
    travelTo('2031-03-06T04:30:00.000Z')
    await fire()
    expect(await findRuns()).toHaveLength(1)
  })
})
