import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { CollegeGame } from '../../dev/emulator/world/college/types.js'
import type { EmulatedTest } from './createEmulatedTest.js'

import { createEmulatedTest } from './createEmulatedTest.js'
import { toTruth } from './toTruth.js'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** One game from the day before to the day after: each test goes on where the last one stopped. */
describe('live box scores', () => {
  let test: EmulatedTest
  let game: CollegeGame
  let endsAt: number

  const live = () => test.sync({ mode: 'live' })
  const ids = new Map<string, number | string>()

  const expectTruth = async () => {
    const truth = toTruth({ emulator: test.emulator, game })
    const lines = await test.findLines(game)
    const stored = await test.findGame(game)
    expect(stored).toMatchObject(truth.game)
    const byId = new Map(lines.map((line) => [line.externalId, line]))
    for (const line of truth.lines) {
      expect(byId.get(line.externalId)).toMatchObject(line)
    }
    expect(lines).toHaveLength(truth.lines.length)
    // In place: what was stored once keeps its document.
    for (const { id, externalId } of lines) {
      expect(ids.get(externalId) ?? id).toBe(id)
      ids.set(externalId, id)
    }
    return { lines, stored, truth }
  }

  beforeAll(async () => {
    test = await createEmulatedTest()
    const { games, world } = test.emulator.prestosports
    // Far from every other game of the team, so that all requests are about this one.
    game = world
      .gamesOfTeam(test.person.teamIds[0]!)
      .filter(
        ({ correctedAfterMs, isPhantom, scoring, startsAt, suspended }) =>
          !isPhantom &&
          !suspended &&
          scoring === 'live' &&
          correctedAfterMs !== null &&
          startsAt > test.clock.now().getTime(),
      )[0]!
    ;({ endsAt } = games.at({ game, now: game.startsAt })!.played)
    test.moveTo(game.startsAt - 12 * HOUR_MS)
    const runs = await test.sync()
    expect(runs.map(({ resource, status }) => `${resource} ${status}`)).toEqual([
      'teams completed',
      'players completed',
      'matches completed',
      'boxScores completed',
      'seasonStats completed',
    ])
    test.takeRequests()
  })

  afterAll(() => test.close())

  it('should ask nothing while no game of the connection is on or about to start', async () => {
    test.moveTo(game.startsAt - 6 * HOUR_MS)
    expect(await test.findGame(game)).toMatchObject({ homeScore: null, state: 'scheduled' })

    const runs = await live()

    expect(runs.map(({ requests, status }) => ({ requests, status }))).toEqual(
      runs.map(() => ({ requests: 0, status: 'completed' })),
    )
    expect(test.takeRequests()).toEqual([])
  })

  it('should look at a game that is about to start, which has no box score yet', async () => {
    test.moveTo(game.startsAt - 5 * MINUTE_MS)

    await live()

    expect(test.takeRequests().filter((request) => !request.includes('/auth/'))).toEqual([
      `GET /events/${game.id}`,
    ])
    expect(await test.findGame(game)).toMatchObject({ awayScore: null, state: 'scheduled' })
    expect(await test.findLines(game)).toEqual([])
  })

  it('should follow the game: line score, totals and every line as the world has it', async () => {
    let plays = 0
    for (const share of [0.1, 0.45, 0.8]) {
      test.moveTo(Math.floor(game.startsAt + share * (endsAt - game.startsAt)))

      const runs = await live()

      expect(runs.map(({ error, status }) => error ?? status)).toEqual(runs.map(() => 'completed'))
      const { stored, truth } = await expectTruth()
      expect(stored).toMatchObject({
        awayScore: truth.game.awayLine.runs,
        homeScore: truth.game.homeLine.runs,
        state: 'live',
        winner: null,
      })
      const told = (stored.plays as { narrative?: string }[]).flatMap(
        ({ narrative }) => narrative ?? [],
      )
      expect(told).toEqual(truth.narratives)
      expect(told.length).toBeGreaterThan(plays)
      plays = told.length
    }
  })

  it('should go on until the box score is complete, and end with what the world has', async () => {
    test.moveTo(endsAt + MINUTE_MS)
    await live()
    expect(await test.findGame(game)).toMatchObject({ boxScoreComplete: false, state: 'finished' })

    test.moveTo(endsAt + 8 * MINUTE_MS)
    await live()

    const { stored, truth } = await expectTruth()
    expect(stored).toMatchObject({
      boxScoreComplete: true,
      situation: {
        batter: null,
        inning: null,
      },
      state: 'finished',
      statusCode: expect.any(Number),
    })
    expect(stored.winner).not.toBeNull()
    expect(truth.stage.isCorrected).toBe(false)
    test.takeRequests()
  })

  it('should then ask again after 1, 6 and 24 hours and never in between', async () => {
    const completedAt = endsAt + 8 * MINUTE_MS
    const asked: string[] = []
    for (const minutes of [10, 30, 58, 62, 70, 200, 350, 362, 370, 800, 1430, 1442, 1450, 2000]) {
      test.moveTo(completedAt + minutes * MINUTE_MS)
      await live()
      if (test.takeRequests().some((request) => request.includes(game.id))) {
        asked.push(String(minutes))
      }
    }

    expect(asked).toEqual(['62', '362', '1442'])
    const { truth } = await expectTruth()
    expect(truth.stage.isCorrected).toBe(true)
  })
})
