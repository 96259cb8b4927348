import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PrestoTest, StoredDocument } from './createPrestoTest.js'

import { findRecordings } from '../recordings/findRecordings.js'
import { createEvent, createPrestoTest, FINAL, GAME_ID, LIVE } from './createPrestoTest.js'
import { expectBoxScore } from './expectBoxScore.js'

/** Numbers with a field of their own, of which each box score has more than this. */
const NUMBERS = { recorded: 400, reduced: 100 }

/** How much there is of each, as counted in the final one. */
const SIZES = {
  recorded: { batted: 22, ids: 134, lines: 134, plays: 81, sidesAndNames: 131, summaries: 13 },
  reduced: { batted: 3, ids: 6, lines: 6, plays: 2, sidesAndNames: 5, summaries: 1 },
}

type ToSizesArgs = { game: StoredDocument; lines: StoredDocument[] }

const toSizes = ({ game, lines }: ToSizesArgs): typeof SIZES.recorded => {
  const plays = (game.plays as { sent: { is: string } }[]).map(({ sent: { is } }) => is)
  const countOf = (values: unknown[]): number => new Set(values).size
  return {
    batted: lines.filter(({ batting }) => (batting as { atBats: unknown }).atBats !== null).length,
    ids: countOf(lines.map(({ externalId }) => externalId)),
    lines: lines.length,
    plays: plays.filter((is) => is === 'play').length,
    sidesAndNames: countOf(lines.map(({ name, side }) => `${side as string} ${name as string}`)),
    summaries: plays.filter((is) => is === 'innsummary').length,
  }
}

describe.each(findRecordings('prestosports'))(
  'a game from live to final, $name',
  ({ name, readText }) => {
    const live = readText('boxscore-baseball-live.xml')
    const final = readText('boxscore-baseball-final.xml')
    let test: PrestoTest
    let before: StoredDocument[]

    const read = async () => {
      const [game] = await test.find('collegeGames')
      return { game: game!, lines: await test.find('collegeGameStats') }
    }

    beforeAll(async () => {
      test = await createPrestoTest()
      test.set({ event: createEvent(), xml: null })
      for (const resource of ['teams', 'players', 'matches']) {
        expect(await test.sync(resource)).toMatchObject({ error: null, status: 'completed' })
      }
    })

    afterAll(() => test.close())

    it('should have no score and ask for no box score before the start', async () => {
      const asked = test.server.requests.length

      expect(await test.sync('boxScores')).toMatchObject({ status: 'completed' })

      const { game, lines } = await read()
      expect(game).toMatchObject({
        awayScore: null,
        homeScore: null,
        startsAt: '2030-03-09T22:30:00.000Z',
        state: 'scheduled',
        title: 'Harbour Owls at Stone Tigers',
        winner: null,
      })
      expect(lines).toEqual([])
      expect(test.server.requests).toHaveLength(asked)
    })

    it('should hold every number of the game while it is on', async () => {
      test.clock.set(new Date('2030-03-09T23:30:00Z'))
      test.set({ event: createEvent({ ...LIVE, score: { away: '1', home: '2' } }), xml: live })

      expect(await test.sync('matches', 'live')).toMatchObject({ error: null, status: 'completed' })
      const run = await test.sync('boxScores', 'live')

      expect(run).toMatchObject({ counts: { invalid: 0 }, error: null, status: 'completed' })
      const { game, lines } = await read()
      expect(game).toMatchObject({
        awayScore: 1,
        boxScoreComplete: false,
        homeScore: 2,
        state: 'live',
        winner: null,
      })
      expect(game.situation).toMatchObject({ half: expect.any(String), inning: expect.any(Number) })
      expect(expectBoxScore({ game, gameId: GAME_ID, lines, xml: live })).toBeGreaterThan(
        NUMBERS[name],
      )
      before = lines
    })

    it('should update the same documents in place with the final one', async () => {
      test.clock.set(new Date('2030-03-10T02:00:00Z'))
      test.set({ event: createEvent({ ...FINAL, score: { away: '1', home: '8' } }), xml: final })

      expect(await test.sync('matches', 'live')).toMatchObject({ error: null, status: 'completed' })
      const run = await test.sync('boxScores', 'live')

      expect(run).toMatchObject({ counts: { created: 0, missing: 0 }, status: 'completed' })
      const { game, lines } = await read()
      expect(game).toMatchObject({
        awayScore: 1,
        boxScoreComplete: true,
        homeScore: 8,
        providerStatus: 'Final - 8 innings',
        state: 'finished',
        winner: 'home',
      })
      expect(Object.values(game.situation as object).every((value) => value === null)).toBe(true)
      expect(expectBoxScore({ game, gameId: GAME_ID, lines, xml: final })).toBeGreaterThan(
        NUMBERS[name],
      )
      expect(toSizes({ game, lines })).toEqual(SIZES[name])
      expect(lines.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    })

    it('should find all unchanged when nothing was corrected, and ask no more', async () => {
      const documents = async () =>
        Object.values(await read())
          .flat()
          .map(({ id, updatedAt }) => `${id} ${updatedAt as string}`)
      const stored = await documents()
      const asked = test.server.requests.length

      await test.sync('boxScores', 'live')

      expect(test.server.requests).toHaveLength(asked)
      expect((await test.sync('matches', 'live')).requests).toBe(0)
      expect(await documents()).toEqual(stored)
    })

    it('should read it again an hour, six and a day later, and no more', async () => {
      const asked = () =>
        test.server.requests.filter(({ path }) => path.startsWith('/events/')).length
      const readsAt: Record<number, number> = {}
      for (const hour of [1, 2, 3, 6, 7, 12, 24, 25, 30]) {
        test.clock.set(new Date(Date.parse('2030-03-10T02:00:30Z') + hour * 3_600_000))
        const before = asked()
        await test.sync('matches', 'live')
        await test.sync('boxScores', 'live')
        readsAt[hour] = asked() - before
      }

      // The game, its box score, and that once more for the lines.
      expect(readsAt).toEqual({ 1: 3, 2: 0, 3: 0, 6: 3, 7: 0, 12: 0, 24: 3, 25: 0, 30: 0 })
    })
  },
)
