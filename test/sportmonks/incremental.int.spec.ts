import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Match } from '../../dev/emulator/world/types.js'
import type { SportmonksTest } from './createSportmonksTest.js'

import { createSportmonksTest } from './createSportmonksTest.js'

const DAY_MS = 24 * 60 * 60_000

/** From autumn to the summer after: each test goes on where the last one stopped. */
describe('incremental syncs of matches', () => {
  let test: SportmonksTest

  const sync = () => test.sync({ mode: 'incremental', resource: 'matches' })
  const days = (count: number) => test.clock.now().getTime() + count * DAY_MS
  const askedPaths = () => [...new Set(test.emulator.requests.list().map(({ path }) => path))]

  /** The first match that kicks off so many days from now or later. */
  const findMatch = (inDays: number): Match =>
    test.emulator.world.matchesBetween({ from: days(inDays), to: Infinity })[0]!

  const moveKickOff = ({ id, startsAt }: Match, ms: number): string => {
    const moved = new Date(startsAt + ms)
    test.emulator.records.put({
      id,
      entity: 'fixture',
      patch: {
        starting_at: moved.toISOString().slice(0, 19).replace('T', ' '),
        starting_at_timestamp: moved.getTime() / 1000,
      },
    })
    return moved.toISOString()
  }

  beforeAll(async () => {
    test = await createSportmonksTest({ files: ['2024-25/at.1'], now: '2024-10-15T12:00:00Z' })
    await test.syncUpToMatches()
  })

  afterAll(async () => {
    await test.close()
  })

  it('should store a kick-off that was moved inside the window, and none that lies outside', async () => {
    const [near, far] = [findMatch(4), findMatch(30)]
    const moved = moveKickOff(near, 2 * 60 * 60_000)
    moveKickOff(far, 2 * 60 * 60_000)

    const run = await sync()

    expect(run).toMatchObject({ counts: { created: 0, updated: 1 }, status: 'completed' })
    expect(await test.getMatch(near.id)).toMatchObject({ startsAt: moved })
    expect(await test.getMatch(far.id)).toMatchObject({
      startsAt: new Date(far.startsAt).toISOString(),
    })
  })

  it('should leave the rest to a full sync, which finds what was moved anywhere', async () => {
    const far = findMatch(30)

    const run = await test.sync({ resource: 'matches' })

    expect(run).toMatchObject({ counts: { updated: 1 }, status: 'completed' })
    expect(await test.getMatch(far.id)).toMatchObject({
      startsAt: new Date(far.startsAt + 2 * 60 * 60_000).toISOString(),
    })
  })

  it('should follow a match out of the window, and mark nothing missing', async () => {
    const near = findMatch(4)
    moveKickOff(near, 60 * DAY_MS)

    const run = await sync()

    expect(run).toMatchObject({ counts: { missing: 0, updated: 1 }, status: 'completed' })
    expect(await test.find('syncIssues')).toEqual([])
  })

  it('should read several windows when the last complete sync is more than 100 days ago', async () => {
    test.emulator.records.reset()
    test.clock.set(new Date('2025-06-02T12:00:00Z'))
    test.emulator.requests.clear()

    const run = await sync()

    expect(askedPaths()).toEqual([
      '/v3/football/fixtures/between/2024-10-12/2025-01-19',
      '/v3/football/fixtures/between/2025-01-20/2025-04-29',
      '/v3/football/fixtures/between/2025-04-30/2025-06-16',
    ])
    expect(run).toMatchObject({ error: null, status: 'completed' })
    const stored = await test.find('matches')
    const results = new Map(
      [...test.emulator.world.matches.values()].map(({ id, result }) => [String(id), result]),
    )
    for (const { awayScore, externalId, homeScore, state } of stored) {
      const result = results.get(externalId)
      const score = result && (result.extraTime ?? result.fullTime)
      expect({ awayScore, homeScore, state }).toEqual({
        awayScore: score?.away ?? null,
        homeScore: score?.home ?? null,
        state: score ? 'finished' : expect.any(String),
      })
    }
  })

  describe('in summer', () => {
    beforeAll(async () => {
      test.clock.set(new Date('2025-06-10T12:00:00Z'))
      await sync()
      test.clock.set(new Date('2025-06-25T12:00:00Z'))
    })

    it('should fail when no answer proves that the window is empty', async () => {
      const { faults } = test.emulator
      faults.add({ kind: 'no-data', path: '/football/fixtures' })

      const run = await sync()

      faults.clear()
      expect(run).toMatchObject({
        counts: { fetched: 0, missing: 0 },
        error: { code: 'EMPTY_ANSWER' },
        requests: 2,
        status: 'failed',
      })
    })

    it('should complete at the price of one more request when the window is proven empty', async () => {
      const before = await test.find('matches')
      test.emulator.requests.clear()

      const run = await sync()

      // The failed run before did not move the start of the window.
      expect(askedPaths()).toEqual([
        '/v3/football/fixtures/between/2025-06-07/2025-07-09',
        '/v3/football/fixtures',
      ])
      expect(run).toMatchObject({
        counts: { fetched: 0, missing: 0 },
        error: null,
        requests: 2,
        status: 'completed',
      })
      expect(await test.find('matches')).toEqual(before)
    })
  })
})
