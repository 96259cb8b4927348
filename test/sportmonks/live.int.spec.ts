import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Match, World } from '../../dev/emulator/world/types.js'
import type { SportmonksTest } from './createSportmonksTest.js'

import { matchAt } from '../../dev/emulator/world/match/matchAt.js'
import { phasesOf } from '../../dev/emulator/world/match/phasesOf.js'
import { timelineOf } from '../../dev/emulator/world/match/timelineOf.js'
import { createSportmonksTest } from './createSportmonksTest.js'

const MINUTE_MS = 60_000

/** A match of goals in both halves and a winner, with nothing else on around it. */
const findLonelyMatch = (world: World): Match => {
  const isLonely = ({ startsAt }: Match): boolean => {
    const span = 4 * 60 * MINUTE_MS
    return world.matchesBetween({ from: startsAt - span, to: startsAt + span }).length === 1
  }
  const found = [...world.matches.values()].find((match) => {
    const { extraTime, fullTime, halfTime } = match.result ?? {}
    return (
      isLonely(match) &&
      halfTime &&
      fullTime &&
      !extraTime &&
      !match.outcome &&
      halfTime.home + halfTime.away > 0 &&
      fullTime.home + fullTime.away > halfTime.home + halfTime.away &&
      fullTime.home !== fullTime.away
    )
  })
  if (!found) {
    throw new Error('The world has no match that suits this test.')
  }
  return found
}

/** One match from before its kick-off to after its end: each test goes on where the last one stopped. */
describe('live syncs of a match', () => {
  let test: SportmonksTest
  let match: Match

  const sync = () => test.sync({ mode: 'live', resource: 'matches' })
  const stored = () => test.getMatch(match.id)
  const moveTo = (ms: number) => test.clock.set(new Date(ms))
  /** How the world says it stands, at the moment the last run asked. */
  const truth = () =>
    matchAt({ match, now: test.clock.now().getTime(), squadOf: test.emulator.world.squadOf })
  const goalIn = (phase: string) => {
    const { squadOf } = test.emulator.world
    return timelineOf({ match, squadOf }).find((event) => event.phase === phase && event.score)!
  }
  const phaseOf = (state: string) => phasesOf(match).find((phase) => phase.state === state)!

  beforeAll(async () => {
    test = await createSportmonksTest({ files: ['2024-25/at.1'], now: '2024-08-01T00:00:00Z' })
    match = findLonelyMatch(test.emulator.world)
    moveTo(match.startsAt - 2 * MINUTE_MS)
    await test.syncUpToMatches()
  })

  afterAll(async () => {
    await test.close()
  })

  it('should complete and change nothing a minute before kick-off, when nothing is on', async () => {
    moveTo(match.startsAt - MINUTE_MS)
    const before = await test.find('matches')

    const run = await sync()

    expect(run).toMatchObject({
      counts: { fetched: 0, updated: 0 },
      error: null,
      requests: 1,
      status: 'completed',
    })
    expect(await test.find('matches')).toEqual(before)
    expect(await stored()).toMatchObject({ homeScore: null, state: 'scheduled', winner: null })
  })

  it('should store that it has begun', async () => {
    moveTo(match.startsAt + MINUTE_MS)

    const run = await sync()

    const { score } = truth()
    expect(run).toMatchObject({ counts: { fetched: 1, updated: 1 }, status: 'completed' })
    expect(await stored()).toMatchObject({
      ...toScore(score),
      halftime: { away: null, home: null },
      minute: 1,
      providerStatus: 'INPLAY_1ST_HALF',
      state: 'live',
      winner: null,
    })
  })

  it('should store a goal of the first half with the running score and minute', async () => {
    moveTo(goalIn('first-half').at)

    await sync()

    const { events, score } = truth()
    const { startsAt } = phaseOf('first-half')
    const match = await stored()
    expect(score!.home + score!.away).toBeGreaterThan(0)
    expect(match).toMatchObject({
      ...toScore(score),
      minute: Math.floor((test.clock.now().getTime() - startsAt) / MINUTE_MS),
      state: 'live',
      winner: null,
    })
    expect(match.events).toHaveLength(events.length)
  })

  it('should store half-time without a minute and with its score', async () => {
    moveTo(phaseOf('half-time').startsAt + MINUTE_MS)

    await sync()

    expect(await stored()).toMatchObject({
      ...toScore(truth().score),
      fulltime: { away: null, home: null },
      halftime: match.result!.halfTime,
      minute: null,
      providerStatus: 'HT',
      state: 'live',
      winner: null,
    })
  })

  it('should store a goal of the second half on top of those before', async () => {
    moveTo(goalIn('second-half').at)

    await sync()

    const { score } = truth()
    const { halfTime } = match.result!
    const { startsAt } = phaseOf('second-half')
    expect(score!.home + score!.away).toBe(halfTime!.home + halfTime!.away + 1)
    expect(await stored()).toMatchObject({
      ...toScore(score),
      halftime: halfTime,
      minute: 45 + Math.floor((test.clock.now().getTime() - startsAt) / MINUTE_MS),
      state: 'live',
      winner: null,
    })
  })

  it('should write nothing while nothing happens in the same minute', async () => {
    // The next run begins a second later; step back so that it falls into the same minute.
    test.clock.advance(-1000)
    const before = await stored()

    const run = await sync()

    expect(run.counts).toMatchObject({ fetched: 1, unchanged: 1, updated: 0 })
    expect(await stored()).toEqual(before)
  })

  it('should leave it as it was when the list is empty because the provider is in trouble', async () => {
    const { faults } = test.emulator
    faults.add({ kind: 'no-data', path: '/livescores/inplay' })
    const before = await stored()

    const run = await sync()

    faults.clear()
    // Asked for by its id it is still being played, and that is what stays stored.
    expect(run).toMatchObject({ counts: { fetched: 1 }, status: 'completed' })
    expect(await stored()).toMatchObject({
      homeScore: before.homeScore,
      state: 'live',
      winner: null,
    })
  })

  it('should ask for it once more by its id after it left the list, and store how it ended', async () => {
    const { requests } = test.emulator
    moveTo(phaseOf('second-half').endsAt + MINUTE_MS)
    requests.clear()

    const run = await sync()

    const { fullTime } = match.result!
    expect(requests.list().map(({ path }) => path)).toEqual([
      '/v3/football/livescores/inplay',
      `/v3/football/fixtures/multi/${match.id}`,
    ])
    expect(run).toMatchObject({ counts: { fetched: 1, updated: 1 }, status: 'completed' })
    expect(await stored()).toMatchObject({
      ...toScore(fullTime),
      fulltime: fullTime,
      minute: null,
      providerStatus: 'FT',
      state: 'finished',
      winner: fullTime.home > fullTime.away ? 'home' : 'away',
    })
  })

  it('should complete and change nothing any more when nothing is on', async () => {
    test.clock.advance(MINUTE_MS)
    const before = await test.find('matches')

    const run = await sync()

    expect(run).toMatchObject({
      counts: { fetched: 0, missing: 0, updated: 0 },
      requests: 1,
      status: 'completed',
    })
    expect(await test.find('matches')).toEqual(before)
    expect(await test.find('syncIssues')).toEqual([])
  })
})

/** A cup tie that went all the way: the provider says "full time" for a minute before extra time. */
describe('live syncs of a match with extra time and a shoot-out', () => {
  let test: SportmonksTest
  let match: Match

  const sync = () => test.sync({ mode: 'live', resource: 'matches' })
  const phaseOf = (state: string) => phasesOf(match).find((phase) => phase.state === state)!
  const moveInto = (state: string) =>
    test.clock.set(new Date(phaseOf(state).startsAt + MINUTE_MS / 2))

  beforeAll(async () => {
    test = await createSportmonksTest({ files: ['2020-21/at.cup'], now: '2020-08-01T00:00:00Z' })
    match = [...test.emulator.world.matches.values()].find(
      ({ outcome, result }) => !outcome && result?.extraTime && result.penalties,
    )!
  })

  afterAll(async () => {
    await test.close()
  })

  it('should create what a match points to when nothing else is stored yet', async () => {
    moveInto('second-half')

    const run = await sync()

    const [stored, teams, leagues, seasons] = [
      await test.getMatch(match.id),
      await test.find('teams'),
      await test.find('leagues'),
      await test.find('seasons'),
    ]
    const team = (id: number) => teams.find(({ externalId }) => externalId === String(id))
    expect(run).toMatchObject({ error: null, status: 'completed' })
    expect(stored).toMatchObject({
      awayTeam: team(match.awayTeamId)!.id,
      homeTeam: team(match.homeTeamId)!.id,
      league: leagues[0]!.id,
      season: seasons[0]!.id,
    })
  })

  it('should take back that it is over when extra time follows', async () => {
    moveInto('break-before-extra-time')
    await sync()
    expect(await test.getMatch(match.id)).toMatchObject({
      providerStatus: 'FT',
      state: 'finished',
    })

    moveInto('extra-time-first-half')
    await sync()

    expect(await test.getMatch(match.id)).toMatchObject({
      fulltime: match.result!.fullTime,
      providerStatus: 'INPLAY_ET',
      state: 'live',
      winner: null,
    })
  })

  it('should keep the shoot-out out of the score and let it decide who won', async () => {
    moveInto('penalties')
    await sync()
    expect(await test.getMatch(match.id)).toMatchObject({ state: 'live', winner: null })

    test.clock.set(new Date(phaseOf('penalties').endsAt + MINUTE_MS))
    await sync()

    const { extraTime, penalties } = match.result!
    expect(await test.getMatch(match.id)).toMatchObject({
      ...toScore(extraTime),
      penalties,
      providerStatus: 'FT_PEN',
      state: 'finished',
      winner: penalties!.home > penalties!.away ? 'home' : 'away',
    })
  })
})

describe('a match that vanishes while it is being played', () => {
  let test: SportmonksTest
  let match: Match

  const sync = () => test.sync({ mode: 'live', resource: 'matches' })

  beforeAll(async () => {
    test = await createSportmonksTest({ files: ['2024-25/at.1'], now: '2024-08-01T00:00:00Z' })
    match = findLonelyMatch(test.emulator.world)
    test.clock.set(new Date(match.startsAt + 10 * MINUTE_MS))
    await sync()
    test.emulator.records.remove({ id: match.id, entity: 'fixture' })
  })

  afterAll(async () => {
    await test.close()
  })

  it('should be named by the live runs that miss it, and stay stored as it was', async () => {
    const run = await sync()

    expect(run).toMatchObject({
      error: { code: 'NOT_FOUND', message: expect.stringContaining(String(match.id)) as string },
      failedScopes: [{ key: 'left' }],
      status: 'partial',
    })
    expect(await test.getMatch(match.id)).toMatchObject({ state: 'live' })
  })

  it('should not be asked for any more a day later, when it cannot be on', async () => {
    test.clock.advance(24 * 60 * MINUTE_MS)

    const run = await sync()

    expect(run).toMatchObject({ error: null, status: 'completed' })
  })
})

const toScore = (score: { away: number; home: number } | null) => ({
  awayScore: score?.away,
  homeScore: score?.home,
})
