import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Match, World } from '../../dev/emulator/world/types.js'
import type { EmulatedTest } from './createEmulatedTest.js'

import { phasesOf } from '../../dev/emulator/world/match/phasesOf.js'
import { createEmulatedTest } from './createEmulatedTest.js'
import { toExpectedMatch } from './recorded/toExpectedMatch.js'

const MINUTE_MS = 60_000

/** One look at the scores every so often; a match ends between two of them. */
const STEP_MS = 7 * MINUTE_MS

/** The most matches that begin at once: when they end, several leave the live list together. */
const findMatchDay = ({ matches }: World): Match[] => {
  const groups = new Map<number, Match[]>()
  for (const match of matches.values()) {
    if (match.result && !match.outcome) {
      groups.set(match.startsAt, [...(groups.get(match.startsAt) ?? []), match])
    }
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0]!
}

describe.each(['pro', 'free'] as const)('live syncs through a match day on the plan %s', (plan) => {
  let test: EmulatedTest
  let day: Match[]
  let endsAt: number
  let kickOff: number

  const sync = () => test.sync({ mode: 'live', resource: 'matches' })
  const asked = () => test.emulator.requests.list().map(({ query }) => Object.keys(query).join())
  const findDay = async () => {
    const stored = new Map((await test.find('matches')).map((match) => [match.externalId, match]))
    return day.map(({ id }) => stored.get(String(id)))
  }
  const expectTruth = async () => {
    const now = test.clock.now().getTime()
    const { world } = test.emulator
    expect(await findDay()).toMatchObject(
      day.map((match) => toExpectedMatch({ match, now, world })),
    )
  }

  beforeAll(async () => {
    test = await createEmulatedTest({ files: ['2024-25/at.1'], now: '2024-08-01T12:00:00Z' })
    day = findMatchDay(test.emulator.world)
    kickOff = day[0]!.startsAt
    endsAt = Math.max(...day.map((match) => phasesOf(match).at(-1)!.endsAt))
    // The free plan has no season of this year, so somebody has synced it before.
    await test.syncUpToMatches()
    test.clock.set(new Date(kickOff - STEP_MS))
    test.emulator.settings.plan = plan
    test.emulator.requests.clear()
  })

  afterAll(async () => {
    await test.close()
  })

  it('should store every match as it stands, from before kick-off to after the whistle', async () => {
    const states = new Set<unknown>()
    while (test.clock.now().getTime() < endsAt + STEP_MS) {
      const run = await sync()

      expect(run).toMatchObject({ counts: { invalid: 0 }, error: null, status: 'completed' })
      await expectTruth()
      states.add((await findDay())[0]?.providerStatus)
      test.clock.advance(STEP_MS)
    }

    expect(day.length).toBeGreaterThan(2)
    expect(states).toEqual(new Set(['1H', '2H', 'FT', 'HT', 'NS']))
    expect(await test.find('syncIssues')).toEqual([])
  })

  it('should have asked for those that left the list by ids, or one by one where these are refused', () => {
    const questions = asked().filter((question) => question !== 'live')

    expect(questions).toContain('ids')
    expect(questions.filter((question) => question === 'id').length).toBe(
      plan === 'free' ? day.length : 0,
    )
  })

  it('should ask for the list alone when nothing is on any more, and change nothing', async () => {
    test.takeWrites()
    test.emulator.requests.clear()

    expect(await sync()).toMatchObject({ counts: { fetched: 0 }, status: 'completed' })
    expect(asked()).toEqual(['live'])
    expect(test.takeWrites()).toEqual([])
    await expectTruth()
  })

  it('should name the reason for a season that the plan does not have, and lose nothing', async () => {
    const before = await test.find('matches')

    const run = await test.sync({ resource: 'matches' })

    expect(run).toMatchObject(
      plan === 'free'
        ? {
            counts: { fetched: 0, missing: 0 },
            error: {
              code: 'ACCESS_DENIED',
              message: expect.stringContaining('try from 2021 to 2023') as string,
            },
            status: 'failed',
          }
        : { counts: { fetched: before.length, missing: 0 }, error: null, status: 'completed' },
    )
    expect(await test.find('syncIssues')).toEqual([])
    expect((await test.find('matches')).length).toBe(before.length)
  })
})

describe('a live sync of chosen leagues', () => {
  let test: EmulatedTest
  let day: Match[]

  beforeAll(async () => {
    const files = ['2024-25/at.1']
    const { emulator, ...probe } = await createEmulatedTest({ files, now: '2024-08-01T12:00:00Z' })
    await probe.close()
    test = await createEmulatedTest({
      files,
      now: '2024-08-01T12:00:00Z',
      options: { leagues: [...emulator.world.leagues.keys()] },
    })
    day = findMatchDay(test.emulator.world)
    await test.syncUpToMatches()
    test.emulator.requests.clear()
  })

  afterAll(async () => {
    await test.close()
  })

  it('should ask for nothing while nothing can be on, and for these leagues while it can', async () => {
    const [leagueId] = test.emulator.world.leagues.keys()
    test.clock.set(new Date(day[0]!.startsAt - 60 * MINUTE_MS))
    expect(await test.sync({ mode: 'live', resource: 'matches' })).toMatchObject({
      requests: 0,
      status: 'completed',
    })

    test.clock.set(new Date(day[0]!.startsAt + 10 * MINUTE_MS))
    const run = await test.sync({ mode: 'live', resource: 'matches' })

    expect(run).toMatchObject({ counts: { updated: day.length }, status: 'completed' })
    expect(test.emulator.requests.list()).toMatchObject([{ query: { live: String(leagueId) } }])
  })
})
