import { describe, expect, it } from 'vitest'

import type { NotifyArgs } from '../../src/plugin/options/notifications/NotificationOptions.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createGate } from '../chaos/project/createGate.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'
import { createScheduleTest } from '../schedule/createScheduleTest.js'

const NOW = '2031-03-05T01:00:00.000Z'
const HOURLY = { frequency: 'hourly', minute: 0, mode: 'full' }

/** A project with a channel that hears everything, and a clock that a test moves. */
const open = async (names: readonly string[], records = 1) => {
  const heard: NotifyArgs['notifications'][number][] = []
  const test = await createScheduleTest({
    notifications: {
      channels: {
        own: {
          type: 'function',
          events: 'all',
          send: ({ notifications }) => {
            heard.push(...notifications.filter(({ name }) => names.includes(name)))
          },
        },
      },
    },
    now: NOW,
    records: Array.from({ length: records }, (_, index) => ({ id: `${index}`, name: 'A game' })),
  })
  /** What was heard since it was asked last. */
  const hear = async () => {
    await drainSync({ payload: test.payload })
    return heard.splice(0)
  }
  return { ...test, hear }
}

describe('what is told of a run', () => {
  it('should be that it was slow, once it took over twice as long as usual', async () => {
    const { hear, provider, sync, travelTo } = await open(['run:slow'])
    const syncFor = async (hour: number, seconds: number): Promise<void> => {
      const start = `2031-03-05T${String(hour).padStart(2, '0')}:00`
      travelTo(`${start}:00.000Z`)
      const before = provider.requests()
      const { open: letGo, opened } = createGate()
      provider.holdUntil(opened)
      const syncing = sync()
      await waitFor({ event: 'a request', look: () => provider.requests() > before })
      travelTo(`${start}:${String(seconds).padStart(2, '0')}.000Z`)
      letGo()
      await syncing
    }
    // Of fewer than five nobody can say what is usual.
    for (const [hour, seconds] of [2, 2, 2, 2, 9].entries()) {
      await syncFor(hour, seconds)
    }
    expect(await hear()).toEqual([])

    await syncFor(6, 4)
    expect(await hear()).toEqual([])
    await syncFor(7, 5)
    expect(await hear()).toMatchObject([
      { name: 'run:slow', resource: 'games', values: { duration: 5000, usual: 2000 } },
    ])
  })

  it('should be its conflicts, all in one, and none that was told before', async () => {
    const { editAsPerson, hear, provider, sync } = await open(['conflict:opened'], 3)
    await sync()
    for (const id of ['0', '1', '2']) {
      await editAsPerson(id, { title: 'By hand' })
    }
    provider.answerWith('0', { name: 'Said again' })
    provider.answerWith('1', { name: 'Said again' })
    await sync()
    expect(await hear()).toMatchObject([{ name: 'conflict:opened', count: 2, resource: 'games' }])

    await sync()
    expect(await hear()).toEqual([])
    provider.answerWith('2', { name: 'Said again' })
    await sync()
    expect(await hear()).toMatchObject([{ name: 'conflict:opened', count: 1 }])
  })
})

describe('what is told of a schedule', () => {
  const NAMES = ['conflict', 'created', 'deleted', 'fired', 'paused', 'skipped', 'updated'].map(
    (what) => `schedule:${what}`,
  )

  it('should be what people did with it, and what it did', async () => {
    const { create, fire, hear, payload, travelTo, update } = await open(NAMES)
    const { id } = await create(HOURLY)
    expect(await hear()).toMatchObject([
      {
        name: 'schedule:created',
        link: { id, of: 'schedule' },
        provider: 'test',
        resource: 'games',
        values: { at: '2031-03-05T02:00:00.000Z', mode: 'full' },
      },
    ])
    await update(id, { minute: 30 })
    expect(await hear()).toMatchObject([
      { name: 'schedule:updated', values: { at: '2031-03-05T01:30:00.000Z' } },
    ])
    await update(id, { enabled: false })
    expect(await hear()).toMatchObject([{ name: 'schedule:paused' }])
    await update(id, { enabled: true, minute: 0 })
    expect(await hear()).toMatchObject([{ name: 'schedule:updated' }])

    travelTo('2031-03-05T02:00:00.000Z')
    await fire()
    expect(await hear()).toMatchObject([
      { name: 'schedule:fired', count: 1, values: { at: '2031-03-05T02:00:00.000Z' } },
    ])
    // The config changed since: the resource has no such mode any more.
    await getAdapter(payload).pool.query("update sync_schedules set mode = 'live'")
    travelTo('2031-03-05T03:00:00.000Z')
    await fire()
    expect(await hear()).toMatchObject([
      {
        name: 'schedule:skipped',
        severity: 'warning',
        values: { at: '2031-03-05T04:00:00.000Z', reason: expect.stringMatching(/live/) },
      },
    ])

    await payload.delete({ id, collection: testSlugs.syncSchedules })
    expect(await hear()).toMatchObject([{ name: 'schedule:deleted' }])
  })

  it('should be what speaks against it', async () => {
    const { create, hear } = await open(['schedule:conflict'])
    await create(HOURLY)
    expect(await hear()).toEqual([])
    await create(HOURLY).catch(() => undefined)
    const [told, ...others] = await hear()
    expect(others).toEqual([])
    expect(told).toMatchObject({ name: 'schedule:conflict', severity: 'warning' })
    expect(told!.values.reason).toMatch(/\w/)
  })
})
