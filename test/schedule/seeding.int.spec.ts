import { describe, expect, it } from 'vitest'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { TestProvider } from '../project/createTestProvider.js'

import { getSync } from '../../src/sync/engine/Sync.js'
import { resetSchedule } from '../../src/sync/operations/schedules/resetSchedule.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { findSchedules } from '../../src/sync/store/schedules/findSchedules.js'
import { seedSchedules } from '../../src/sync/store/schedules/seedSchedules.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { createTestProject } from '../project/createTestProject.js'
import { createTestProvider } from '../project/createTestProvider.js'
import { testSlugs } from '../project/testSlugs.js'

const PROPOSED = [{ cron: '0 3 * * *', mode: 'full' }] as const
const OWN = {
  cron: '*/15 * * * *',
  mode: 'incremental',
  provider: 'test',
  resource: 'games',
} as const

type StartArgs = { now?: string } & Pick<SyncPluginOptions, 'schedules'>

/** One database, and a project on it that is started again and again with another config. */
const createSeedTest = async () => {
  const databaseUrl = await createTestDatabase()
  let starts = 0
  const start = async ({ now = '2031-03-05T01:00:00.000Z', schedules }: StartArgs = {}) => {
    const provider: TestProvider = await createTestProvider({ schedules: PROPOSED })
    await provider.close()
    starts += 1
    const { payload } = await createTestProject({
      databaseUrl,
      isNew: starts === 1,
      options: { clock: { now: () => new Date(now) }, providers: [provider.provider], schedules },
    })
    const { runs } = await tick({ payload })
    const { database } = getSync(payload)
    const collection = testSlugs.syncSchedules
    return {
      find: async () => await findSchedules({ database }),
      payload,
      remove: (id: number | string) => payload.delete({ id, collection }),
      runs,
      stop: () => payload.destroy(),
      update: (id: number | string, data: Record<string, unknown>) =>
        payload.update({ id, collection, data }),
    }
  }
  return { start }
}

describe('schedules of the config', () => {
  it('should be made from what providers propose and from the options, once', async () => {
    const { start } = await createSeedTest()
    const first = await start({ schedules: [OWN] })

    const made = await first.find()
    expect(made).toMatchObject([
      { cron: '*/15 * * * *', frequency: 'cron', key: 'option:test/games/default/incremental' },
      { frequency: 'daily', hour: 3, key: 'provider:test/games/default/full', minute: 0 },
    ])
    expect(made).toMatchObject([
      { enabled: true, nextSlotAt: '2031-03-05T01:15:00.000Z', origin: 'config' },
      { enabled: true, nextSlotAt: '2031-03-05T03:00:00.000Z', origin: 'config' },
    ])
    const { docs } = await first.payload.find({ collection: testSlugs.syncSchedules, sort: 'id' })
    expect(docs).toMatchObject([
      // Payload keeps the texts of the first project of a process, which may have other names.
      { title: expect.stringMatching(/^Test.* · (?:Matches|Games) · Incremental$/) as string },
      { title: expect.stringMatching(/^Test.* · (?:Matches|Games) · Full$/) as string },
    ])
    await first.stop()

    const second = await start({ schedules: [OWN] })
    expect(await second.find()).toEqual(made)
    await second.stop()
  })

  it('should be made once by hosts that start together', async () => {
    const { start } = await createSeedTest()
    const { find, payload, stop } = await start()
    const sync = getSync(payload)
    const schedules = sync.schedules.map((schedule) => ({
      ...schedule,
      key: `other-${schedule.key}`,
    }))

    await Promise.all(
      Array.from({ length: 5 }, () =>
        seedSchedules({ database: sync.database, now: sync.clock.now(), schedules }),
      ),
    )

    const keys = (await find()).map(({ key }) => key)
    expect(keys).toEqual([
      'provider:test/games/default/full',
      'other-provider:test/games/default/full',
    ])
    await stop()
  })

  it("should keep a person's re-timing, also when the config changes, until it is reset", async () => {
    const { start } = await createSeedTest()
    const first = await start({ schedules: [OWN] })
    const [own] = await first.find()
    await first.update(own!.id, { frequency: 'hourly', minute: 7, note: 'Less often, please.' })
    await first.stop()

    const second = await start({ schedules: [{ ...OWN, cron: '*/5 * * * *', priority: 'low' }] })
    const [kept] = await second.find()
    expect(kept).toMatchObject({
      frequency: 'hourly',
      minute: 7,
      nextSlotAt: '2031-03-05T01:07:00.000Z',
      note: 'Less often, please.',
      priority: 'normal',
    })

    await resetSchedule({ payload: second.payload, scheduleId: own!.id })
    expect((await second.find())[0]).toMatchObject({
      cron: '*/5 * * * *',
      enabled: true,
      frequency: 'cron',
      minute: null,
      nextSlotAt: '2031-03-05T01:05:00.000Z',
      note: null,
      origin: 'config',
      priority: 'low',
    })
    await second.stop()

    const third = await start({ schedules: [{ ...OWN, cron: '*/10 * * * *' }] })
    expect((await third.find())[0]).toMatchObject({ cron: '*/10 * * * *', priority: 'normal' })
    await third.stop()
  })

  it('should stay switched off when a person did that', async () => {
    const { start } = await createSeedTest()
    const first = await start()
    const [proposed] = await first.find()
    await first.update(proposed!.id, { enabled: false })
    await first.stop()

    const second = await start({ now: '2031-03-06T12:00:00.000Z' })
    expect(second.runs).toEqual([])
    expect(await second.find()).toMatchObject([{ enabled: false, nextSlotAt: null }])
    await second.stop()
  })

  it('should follow the config where nobody changed them, and keep what is due', async () => {
    const { start } = await createSeedTest()
    const first = await start({ schedules: [OWN] })
    await first.stop()

    // Deployed while a slot was due: the new priority is taken, and the slot is not lost.
    const second = await start({
      now: '2031-03-05T01:16:00.000Z',
      schedules: [{ ...OWN, priority: 'high' }],
    })
    expect(second.runs).toMatchObject([{ mode: 'incremental', priority: 'high' }])
    await second.stop()
  })

  it('should retire when the config has them no more, and come back with it', async () => {
    const { start } = await createSeedTest()
    const first = await start({ schedules: [OWN] })
    const [own] = await first.find()
    await first.stop()

    const without = await start({ now: '2031-03-06T01:00:00.000Z' })
    const retired = (await without.find()).find(({ id }) => id === own!.id)
    expect(retired).toMatchObject({
      nextSlotAt: null,
      retiredAt: '2031-03-06T01:00:00.000Z',
    })
    // Editing does not bring it back to life.
    await without.update(own!.id, { note: 'It was good.' })
    expect((await without.find()).find(({ id }) => id === own!.id)?.nextSlotAt).toBeNull()
    await without.stop()

    const again = await start({ now: '2031-03-07T01:00:00.000Z', schedules: [OWN] })
    expect((await again.find()).find(({ id }) => id === own!.id)).toMatchObject({
      nextSlotAt: '2031-03-07T01:15:00.000Z',
      note: 'It was good.',
      retiredAt: null,
    })
    await again.stop()
  })

  it('should not be retired by a process that another deployment left running', async () => {
    const { start } = await createSeedTest()
    const seed = async ({ at, minutes }: { at: string; minutes: number }) =>
      await seedSchedules({
        database,
        now: new Date(at),
        schedules: sync.schedules
          .filter(({ mode }) => mode === 'incremental')
          .map((own) => ({ ...own, cron: `*/${minutes} * * * *` })),
      })
    const { find, payload, stop } = await start({ schedules: [OWN] })
    const sync = getSync(payload)
    const { database } = sync
    const look = async () => {
      const found = await find()
      return found.map(({ cron, retiredAt }) => [cron, retiredAt])
    }

    // The config before this one, on a host that is not done yet: it lacks a schedule, and has
    // another time for the other.
    await seed({ at: '2031-03-05T00:55:00.000Z', minutes: 30 })
    await seedSchedules({
      database,
      now: new Date('2031-03-05T01:01:00.000Z'),
      schedules: sync.schedules,
    })
    await seed({ at: '2031-03-05T01:02:00.000Z', minutes: 30 })
    expect(await look()).toEqual([
      ['*/15 * * * *', null],
      [null, null],
    ])

    // The newer one is gone for good: what is left is what was meant.
    await seed({ at: '2031-03-05T01:12:30.000Z', minutes: 30 })
    expect(await look()).toEqual([
      ['*/30 * * * *', null],
      [null, '2031-03-05T01:12:30.000Z'],
    ])
    await stop()
  })

  it('should not be deleted before they are retired', async () => {
    const { start } = await createSeedTest()
    const first = await start({ schedules: [OWN] })
    const [own] = await first.find()
    await expect(first.remove(own!.id)).rejects.toThrow(/config/i)
    await first.stop()

    const second = await start({ now: '2031-03-06T01:00:00.000Z' })
    await second.remove(own!.id)
    expect(await second.find()).toHaveLength(1)
    await second.stop()
  })

  it('should not touch the schedules of people', async () => {
    const { start } = await createSeedTest()
    const first = await start()
    await first.payload.create({
      collection: testSlugs.syncSchedules,
      data: { frequency: 'daily', hour: 5, mode: 'full', provider: 'test', resource: 'clubs' },
    })
    const before = await first.find()
    await first.stop()

    const second = await start({ schedules: [OWN] })
    expect((await second.find()).filter(({ origin }) => origin === 'admin')).toEqual(
      before.filter(({ origin }) => origin === 'admin'),
    )
    const person = before.find(({ origin }) => origin === 'admin')!
    await expect(
      resetSchedule({ payload: second.payload, scheduleId: person.id }),
    ).rejects.toMatchObject({ code: 'NO_DEFAULT' })
    await expect(
      resetSchedule({ payload: second.payload, scheduleId: 987_654 }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_SCHEDULE' })
    await second.remove(person.id)
    await second.stop()
  })
})
