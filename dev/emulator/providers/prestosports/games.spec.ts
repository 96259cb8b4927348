import { describe, expect, it } from 'vitest'

import type { Row } from '../../json.js'
import type { CollegeGame } from '../../world/college/types.js'

import { parseXml } from '../../../../src/sdk/markup/parseXml.js'
import { isRow, jsonText } from '../../json.js'
import { startTestPresto, type TestPresto } from './startTestPresto.js'

const MINUTE_MS = 60_000

type Xml = Awaited<ReturnType<typeof parseXml>>

/** The first game of the season that fits; both teams of it are known and it is played. */
const findGame = (
  { emulator }: TestPresto,
  fits: (game: CollegeGame) => boolean = () => true,
): CollegeGame => {
  const { world } = emulator.prestosports
  const found = [...world.games.values()].find(
    (game) =>
      world.seasons.get(game.seasonId)?.sport === 'bsb' &&
      game.awayId !== null &&
      game.homeId !== null &&
      !game.isPhantom &&
      fits(game),
  )
  if (!found) {
    throw new Error('The world has no such game.')
  }
  return found
}

const gameAt = ({ emulator: { clock, prestosports } }: TestPresto, game: CollegeGame) =>
  prestosports.games.at({ game, now: clock.now().getTime() })!

const moveTo = ({ emulator: { clock } }: TestPresto, ms: number): void => clock.set(new Date(ms))

/** The box score as it is answered, or the status that says that there is none. */
const readBox = async ({ get }: TestPresto, { id }: CollegeGame): Promise<Xml> => {
  const { data, status } = await get(`/events/${id}/stats`)
  if (!isRow(data)) {
    throw new Error(`No box score: ${status}`)
  }
  return await parseXml(jsonText(data.xml))
}

const all = (xml: Xml, name: string): Xml[] =>
  Object.values(xml.elements)
    .flat()
    .sort((one, other) => one.index - other.index)
    .flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])

const values = (xml: undefined | Xml): Record<string, string> => ({ ...xml?.attributes })

/** What the world says of one side, as the file would have it. */
const truthOf = (test: TestPresto, game: CollegeGame, side: 'H' | 'V') => {
  const { hits, line, players, runs } = gameAt(test, game).findBox()!.teams[side]
  return {
    hits: String(hits),
    line: line.join(','),
    players: players.map(({ hitting, person }) => ({
      ab: hitting ? String(hitting.ab ?? 0) : undefined,
      uni: person.uniform,
    })),
    runs: String(runs),
  }
}

const readSide = (xml: Xml, side: 'H' | 'V') => {
  const team = all(xml, 'team').find(({ attributes }) => attributes.vh === side)!
  const { hits, line, runs } = values(all(team, 'linescore')[0])
  return {
    hits,
    line,
    players: all(team, 'player').map((player) => ({
      ab: all(player, 'hitting')[0]?.attributes.ab,
      uni: player.attributes.uni,
    })),
    runs,
  }
}

const add = (xml: Xml, path: 'fielding' | 'hitting' | 'pitching', name: string): number =>
  all(xml, 'player')
    .flatMap((player) => all(player, path))
    .reduce((sum, { attributes }) => sum + Number(attributes[name] ?? 0), 0)

describe('games of the emulated PrestoSports', () => {
  it('should go on with the clock, from not started over in progress to final', async () => {
    const test = await startTestPresto()
    const game = findGame(test, ({ scoring, suspended }) => scoring === 'live' && !suspended)
    const event = async (): Promise<Row> => (await test.get(`/events/${game.id}`)).data as Row
    const { endsAt, plays } = gameAt(test, game).played

    moveTo(test, game.startsAt - MINUTE_MS)
    expect(await event()).toMatchObject({
      score: { away: '0', home: '0' },
      startDateTime: new Date(game.startsAt).toISOString().slice(0, 19),
      status: 'Not Started',
      statusCode: -2,
    })
    expect(await test.get(`/events/${game.id}/stats`)).toMatchObject({ status: 404 })
    expect(await test.get(`/events/${game.id}/livestats?h=${game.homeId}`)).toMatchObject({
      status: 404,
    })

    moveTo(test, game.startsAt)
    expect(await event()).toMatchObject({ status: 'In Progress - Top of 1st', statusCode: -1 })

    let seen = 0
    for (const share of [0.2, 0.5, 0.9]) {
      moveTo(test, game.startsAt + share * (endsAt - game.startsAt))
      const xml = await readBox(test, game)
      expect(values(all(xml, 'status')[0])).toMatchObject({ complete: 'N' })
      for (const side of ['H', 'V'] as const) {
        expect(readSide(xml, side)).toEqual(truthOf(test, game, side))
      }
      expect(all(xml, 'play').length).toBeGreaterThan(seen)
      seen = all(xml, 'play').length
      expect((await event()).statusCode).toBe(-1)
    }

    moveTo(test, endsAt)
    expect(await event()).toMatchObject({ status: expect.stringMatching(/^Final/) })
    expect(values(all(await readBox(test, game), 'status')[0]).complete).toBe('N')

    moveTo(test, endsAt + 6 * MINUTE_MS)
    const xml = await readBox(test, game)
    expect(values(all(xml, 'status')[0])).toEqual({ complete: 'Y' })
    expect(all(xml, 'play')).toHaveLength(plays.length)
    const { score } = await event()
    expect(score).toEqual({ away: readSide(xml, 'V').runs, home: readSide(xml, 'H').runs })
    expect((await test.get(`/events/${game.id}/livestats`)).data).toEqual(
      (await test.get(`/events/${game.id}/stats`)).data,
    )
  })

  it('should add up: players to totals, plays to innings, outs of one side to pitching of the other', async () => {
    const test = await startTestPresto({ weeksBack: 2 })
    moveTo(test, Date.parse('2026-04-15T12:00:00Z'))
    const { games, world } = test.emulator.prestosports
    const now = test.emulator.clock.now().getTime()
    const ended = [...world.games.values()].filter((game) => {
      const known = games.at({ game, now })
      return known?.stage.isComplete && world.seasons.get(game.seasonId)?.sport === 'bsb'
    })
    expect(ended.length).toBeGreaterThan(5)

    for (const game of ended) {
      const xml = await readBox(test, game)
      const [away, home] = all(xml, 'team') as [Xml, Xml]
      for (const [own, other] of [
        [away, home],
        [home, away],
      ] as const) {
        const totals = all(own, 'totals')[0]!
        for (const group of ['hitting', 'fielding', 'pitching'] as const) {
          for (const [name, value] of Object.entries(values(all(totals, group)[0]))) {
            if (name !== 'ip') {
              expect({ [name]: add(own, group, name) }).toEqual({ [name]: Number(value) })
            }
          }
        }
        const { runs } = values(all(own, 'linescore')[0])
        expect(add(other, 'pitching', 'r')).toBe(Number(runs))
        expect(add(own, 'hitting', 'h')).toBe(add(other, 'pitching', 'h'))
        expect(
          all(own, 'lineinn').reduce(
            (sum, { attributes }) => sum + (Number(attributes.score) || 0),
            0,
          ),
        ).toBe(Number(runs))
      }
      // Whoever leads after the top of the last inning does not bat again.
      const { line } = values(all(home, 'linescore')[0])
      expect(line!.split(',').slice(0, -1)).not.toContain('X')
    }
  })

  it('should send a game that is written afterwards in steps', async () => {
    const test = await startTestPresto()
    const game = findGame(test, ({ scoring }) => scoring === 'after')
    const { endsAt } = gameAt(test, game).played
    const event = async (): Promise<Row> => (await test.get(`/events/${game.id}`)).data as Row

    moveTo(test, endsAt - MINUTE_MS)
    expect(await event()).toMatchObject({ statusCode: -2 })
    moveTo(test, endsAt)
    expect((await event()).statusCode).not.toBe(-2)
    expect((await test.get(`/events/${game.id}/stats`)).data).toEqual({ xml: '' })

    moveTo(test, endsAt + 20 * MINUTE_MS)
    const scores = await readBox(test, game)
    expect(readSide(scores, 'H').line).toBe(truthOf(test, game, 'H').line)
    expect(all(scores, 'player')).toEqual([])

    moveTo(test, endsAt + 60 * MINUTE_MS)
    const part = await readBox(test, game)
    expect(all(part, 'player').length).toBeGreaterThan(40)
    expect(all(part, 'player').flatMap((player) => all(player, 'pitching'))).toEqual([])
    expect(values(all(part, 'status')[0]).complete).toBe('N')

    moveTo(test, endsAt + 120 * MINUTE_MS)
    expect(values(all(await readBox(test, game), 'status')[0])).toEqual({ complete: 'Y' })
  })

  it('should correct a hit into an error hours later, and say when', async () => {
    const test = await startTestPresto()
    const game = findGame(
      test,
      ({ correctedAfterMs, scoring }) => correctedAfterMs !== null && scoring === 'live',
    )
    const { endsAt } = gameAt(test, game).played
    const look = async () => {
      const xml = await readBox(test, game)
      const { lastUpdatedDateTime } = (await test.get(`/events/${game.id}`)).data as Row
      const sums = all(xml, 'linescore').map((line) => values(line))
      const sum = (name: string) => sums.reduce((all, line) => all + Number(line[name]), 0)
      return { errors: sum('errs'), hits: sum('hits'), lastUpdatedDateTime, runs: sum('runs') }
    }

    moveTo(test, endsAt + 2 * 60 * MINUTE_MS)
    const before = await look()
    moveTo(test, endsAt + 4 * 60 * MINUTE_MS)

    expect(await look()).toEqual({
      errors: before.errors + 1,
      hits: before.hits - 1,
      lastUpdatedDateTime: new Date(endsAt + 3 * 60 * MINUTE_MS).toISOString().slice(0, 19),
      runs: before.runs,
    })
  })

  it('should stop a suspended game and go on with it the next day', async () => {
    const test = await startTestPresto({ teams: 32 })
    const game = findGame(
      test,
      ({ scoring, suspended }) => suspended !== null && scoring === 'live',
    )
    const { plays } = gameAt(test, game).played
    const lastBefore = plays.filter(({ inning }) => inning < game.suspended!.inning).at(-1)!
    moveTo(test, lastBefore.at + 10 * MINUTE_MS)

    const { data } = await test.get(`/events/${game.id}`)

    expect(data).toMatchObject({
      eventType: { isSuspended: true },
      status: 'Suspended - Top of 5th',
      statusCode: -1,
    })
    const waiting = await readBox(test, game)
    moveTo(test, lastBefore.at + 17 * 60 * MINUTE_MS)
    expect(await readBox(test, game)).toEqual(waiting)
    moveTo(test, plays.at(-1)!.at + 20 * MINUTE_MS)
    expect(values(all(await readBox(test, game), 'status')[0]).complete).toBe('Y')
  })

  it('should tell of extra innings in the status, and have doubleheaders of one day', async () => {
    const test = await startTestPresto({ teams: 32, weeksAhead: 3, weeksBack: 3 })
    const long = findGame(test, (game) => {
      const { plays } = gameAt(test, game).played
      return plays.at(-1)!.inning > game.innings
    })
    const { endsAt, plays } = gameAt(test, long).played
    moveTo(test, endsAt)
    const innings = plays.at(-1)!.inning

    expect((await test.get(`/events/${long.id}`)).data).toMatchObject({
      status: `Final - ${innings} innings`,
      statusCode: innings,
    })
    const pairs = [...test.emulator.prestosports.world.games.values()]
      .filter(({ awayId, isPhantom }) => awayId !== null && !isPhantom)
      .map(
        ({ awayId, homeId, startsAt }) =>
          `${awayId} ${homeId} ${Math.floor(startsAt / 86_400_000)}`,
      )
    expect(new Set(pairs).size).toBeLessThan(pairs.length)
  })
})
