import { describe, expect, it, onTestFinished } from 'vitest'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'

import { getSync } from '../../src/sync/engine/Sync.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { findSchedules } from '../../src/sync/store/schedules/findSchedules.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { createTestProject } from '../project/createTestProject.js'
import { createTestProvider } from '../project/createTestProvider.js'

const GAMES = { mode: 'incremental', provider: 'test', resource: 'games' } as const
const CLUBS = { cron: '0 4 * * *', mode: 'full', provider: 'test', resource: 'clubs' } as const
const START = Date.UTC(2031, 2, 5, 1)
const HOUR_MS = 3_600_000

type Config = Pick<SyncPluginOptions, 'schedules' | 'version'>

/** One database, and projects on it with different configs, at one time. */
const createVersionsTest = async () => {
  const databaseUrl = await createTestDatabase()
  const { close, provider } = await createTestProvider()
  await close()
  let hours = 0
  let isNew = true
  const open = async (config: Config) => {
    const { payload } = await createTestProject({
      databaseUrl,
      isNew,
      options: {
        ...config,
        clock: { now: () => new Date(START + hours * HOUR_MS) },
        providers: [provider],
        scheduler: { proposed: false },
      },
    })
    isNew = false
    onTestFinished(() => payload.destroy())
    return {
      look: async () => {
        const found = await findSchedules({ database: getSync(payload).database })
        return Object.fromEntries(
          found.map(({ cron, frequency, resource, retiredAt }) => [
            resource,
            retiredAt ? 'retired' : (cron ?? frequency),
          ]),
        )
      },
      tick: () => tick({ payload }),
    }
  }
  return {
    at: (value: number): void => {
      hours = value
    },
    open,
  }
}

describe('two versions of a config on one database', () => {
  it('should leave the schedules to the newer one, whoever comes first and last', async () => {
    const { at, open } = await createVersionsTest()
    const newer = await open({
      schedules: [{ ...GAMES, cron: '*/15 * * * *' }],
      version: '2031-03-05T00:00:00Z',
    })
    const older = await open({
      schedules: [{ ...GAMES, cron: '*/30 * * * *' }, CLUBS],
      // An hour earlier, though the text comes later in the alphabet.
      version: '2031-03-05T01:00:00+02:00',
    })

    // The older one was first, and both have the schedule then, at the same moment, again and again.
    await older.tick()
    expect(await newer.look()).toEqual({ clubs: 'daily', games: '*/30 * * * *' })
    const OF_NEWER = { clubs: 'retired', games: '*/15 * * * *' }
    for (const [round, pair] of [
      [older, newer],
      [newer, older],
      [older, newer, older],
    ].entries()) {
      at(0.1 * (round + 1))
      await Promise.all(pair.map((project) => project.tick()))
      expect(await newer.look(), `round ${round}`).toEqual(OF_NEWER)
    }

    // The host of the newer one sleeps; the other one works on.
    for (const hours of [1, 8, 20, 36]) {
      at(hours)
      await older.tick()
      expect(await newer.look(), `after ${hours} hours`).toEqual(OF_NEWER)
    }
    // It was taken back for good.
    at(37)
    await older.tick()
    expect(await newer.look()).toEqual({ clubs: 'daily', games: '*/30 * * * *' })
  })

  it('should put nothing in that the newer one lacks, also when that has no schedule', async () => {
    const { at, open } = await createVersionsTest()
    const first = await open({ schedules: [{ ...GAMES, cron: '*/5 * * * *' }], version: 1 })
    const second = await open({ schedules: [{ ...GAMES, cron: '*/5 * * * *' }, CLUBS], version: 2 })
    const third = await open({ version: 3 })

    await second.tick()
    await first.tick()
    expect(await first.look()).toEqual({ clubs: 'daily', games: '*/5 * * * *' })
    await third.tick()
    expect(await first.look()).toEqual({ clubs: 'retired', games: 'retired' })
    for (const hours of [1, 30]) {
      at(hours)
      await Promise.all([first.tick(), second.tick()])
      expect(await first.look()).toEqual({ clubs: 'retired', games: 'retired' })
    }
  })

  it('should give nothing to a preview that was there from the start', async () => {
    const { at, open } = await createVersionsTest()
    const site = await open({
      schedules: [{ ...GAMES, cron: '*/15 * * * *' }],
      version: '2031-03-05T00:00:00Z',
    })
    const preview = await open({
      schedules: [{ ...GAMES, cron: '* * * * *' }, CLUBS],
      version: '2000-01-01T00:00:00Z',
    })
    await Promise.all([preview.tick(), site.tick()])
    at(0.1)
    await Promise.all([site.tick(), preview.tick()])
    // Also while the site has no visitor.
    at(5)
    await preview.tick()

    const { clubs = 'retired', games } = await site.look()
    expect({ clubs, games }).toEqual({ clubs: 'retired', games: '*/15 * * * *' })
  })
})
