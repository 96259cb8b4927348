import { afterEach, describe, expect, it, vi } from 'vitest'

import type { EmulatedTest } from './createEmulatedTest.js'

import { moveQuotas } from '../project/moveQuotas.js'
import { createEmulatedTest } from './createEmulatedTest.js'

const { waits } = vi.hoisted(() => ({
  waits: { onWait: undefined as ((ms: number) => Promise<void>) | undefined },
}))

/** Waits of a second and more pass at once, and move the clocks of emulator and quota instead. */
vi.mock(import('node:timers/promises'), async (importOriginal) => {
  const original = await importOriginal()
  const setTimeout: typeof original.setTimeout = async (ms = 0, ...rest) => {
    if (ms >= 1000 && waits.onWait) {
      await waits.onWait(ms)
      return rest[0]!
    }
    return await original.setTimeout(ms, ...rest)
  }
  return { ...original, default: { ...original, setTimeout }, setTimeout }
})

describe('limits that run out', () => {
  let test: EmulatedTest

  const open = async (limits: Partial<Parameters<typeof createEmulatedTest>[0]>) => {
    test = await createEmulatedTest({
      files: ['2024-25/at.1'],
      now: '2025-06-15T23:50:10Z',
      ...limits,
    })
    waits.onWait = async (ms) => {
      test.clock.advance(ms)
      await moveQuotas({ ms, payload: test.payload })
    }
  }
  /** How many requests the emulator let pass in each minute. */
  const passedByMinute = () => {
    const counts = new Map<string, number>()
    for (const { at, entity } of test.emulator.requests.list()) {
      const minute = at.slice(0, 16)
      counts.set(minute, (counts.get(minute) ?? 0) + (entity === null ? 0 : 1))
    }
    return [...counts.values()]
  }

  afterEach(async () => {
    waits.onWait = undefined
    await test.close()
  })

  it('should be waited for when it is that of the minute, and leave no gap', async () => {
    await open({ requestsPerMinute: 5 })
    await test.syncUpToMatches()

    const run = await test.sync({ resource: 'players' })

    const { players } = test.emulator.world
    expect(run).toMatchObject({
      counts: { created: players.size },
      error: null,
      status: 'completed',
    })
    expect(Math.max(...passedByMinute())).toBeLessThanOrEqual(5)
    expect(passedByMinute().length).toBeGreaterThan(2)
  })

  it('should end the run when it is that of the day, which goes on after midnight', async () => {
    await open({ requestsPerDay: 10 })
    await test.syncUpToMatches()

    const spent = await test.sync({ resource: 'players' })
    const kept = await test.find('players')
    test.clock.advance(10 * 60_000)
    test.emulator.settings.requestsPerDay = null
    const later = await test.sync({ resource: 'players' })

    const { players } = test.emulator.world
    expect(spent).toMatchObject({
      counts: { missing: 0 },
      error: {
        code: 'RATE_LIMITED',
        message: expect.stringContaining('quota "day"') as string,
      },
      status: 'failed',
    })
    // Five requests of the day went to what players need, and a fifth of them is kept for live runs.
    expect(kept).toHaveLength(3 * 18)
    expect(later).toMatchObject({
      counts: { created: players.size - kept.length, fetched: players.size },
      error: null,
      status: 'completed',
    })
  })
})
