import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { GomafiaTest } from './createGomafiaTest.js'

import { eloOf, historyOf } from '../../dev/emulator/providers/gomafia/rows/playerData.js'
import { followRuns } from '../../src/plugin/cli/parts/followRuns.js'
import { createGomafiaTest } from './createGomafiaTest.js'

describe('a full sync of the site', () => {
  let test: GomafiaTest

  beforeAll(async () => {
    test = await createGomafiaTest({ world: { players: 25, tournaments: 13 } })
    const [hidden, open] = test.emulator.gomafia.world.tournaments
    hidden!.isHidden = true
    open!.status = 'in_progress'
    // Nicks are not unique, and some write a digit for a letter.
    const [one, other, alike] = test.emulator.gomafia.world.players
    one!.login = 'К0см0навт'
    other!.login = 'К0см0навт'
    alike!.login = 'Космонавт'
    // Neither this year nor rated, and a part of everybody's figures all the same.
    const [, , ...older] = test.emulator.gomafia.world.tournaments
    Object.assign(older[0]!, { end: '2019-05-05', start: '2019-05-04' })
    older[1]!.isRated = false
  })

  afterAll(() => test.close())

  it('should store every club, player, tournament and game', async () => {
    const { world } = test.emulator.gomafia

    const clubs = await test.sync({ resource: 'clubs' })
    const players = await test.sync({ resource: 'players' })
    const tournaments = await test.sync({ resource: 'tournaments' })
    const asked = test.takeRequests()
    const games = await test.sync({ resource: 'games' })

    expect(
      [clubs, players, tournaments, games].map(({ error, status }) => ({ error, status })),
    ).toEqual(Array.from({ length: 4 }, () => ({ error: null, status: 'completed' })))
    expect((await test.find('mafiaClubs')).map(({ name }) => name)).toEqual(
      world.clubs.map(({ title }) => title),
    )
    const stored = await test.find('mafiaPlayers')
    expect(
      stored.map(({ name, elo, externalId, history, total, tournaments: count }) => ({
        name,
        count,
        counted: (total as { games: number }).games,
        elo,
        externalId,
        games: (history as { games: unknown[] }[]).flatMap((entry) => entry.games).length,
      })),
    ).toEqual(
      world.players.map(({ id, login }) => {
        const history = historyOf(world, id)
        const games = history.flatMap((taken) => taken.games).length
        return {
          name: login,
          count: history.length,
          counted: games,
          elo: Number(eloOf(history).toFixed(2)),
          externalId: String(id),
          games,
        }
      }),
    )
    const tables = world.tournaments.flatMap(({ rounds }) => rounds.flat())
    const storedGames = await test.find('mafiaGames')
    expect(storedGames).toHaveLength(tables.length)
    const ids = new Map(stored.map(({ id, externalId }) => [id, Number(externalId)]))
    const first = storedGames.find(({ externalId }) => externalId === '2000:1:1')!
    const { seats, win } = world.tournaments[0]!.rounds[0]![0]!
    expect((first.players as number[]).map((id) => ids.get(id))).toEqual(
      seats.map(({ player }) => player),
    )
    expect(first.winner).toBe(win)
    // Games cost the site nothing.
    expect(test.takeRequests()).toEqual([])
    // Nothing is asked for twice.
    expect(asked.filter((path, index) => asked.indexOf(path) !== index)).toEqual([])
  })

  it('should write nothing when it is read again', async () => {
    for (const resource of ['clubs', 'players', 'games']) {
      const { counts } = await test.sync({ resource })
      expect({ resource, ...counts }).toMatchObject({ created: 0, invalid: 0, updated: 0 })
    }
  })

  it('should read a tournament again until it is over and shows its results', async () => {
    const [hidden, open] = test.emulator.gomafia.world.tournaments
    const findAsked = () =>
      test
        .takeRequests()
        .flatMap((request) => /\/tournament\/(\d+)/.exec(request)?.[1] ?? [])
        .toSorted()
    findAsked()

    await test.sync({ resource: 'tournaments' })
    expect(findAsked()).toEqual([String(hidden!.id), String(open!.id)])
    hidden!.isHidden = false
    open!.status = 'completed'
    await test.sync({ mode: 'incremental', resource: 'tournaments' })
    expect(findAsked()).toEqual([String(hidden!.id), String(open!.id)])
    await test.sync({ mode: 'incremental', resource: 'tournaments' })
    await test.sync({ resource: 'tournaments' })

    expect(findAsked()).toEqual([])
  })

  it('should look at players again after a day, and at new ones at once', async () => {
    const { sync, takeRequests } = test
    takeRequests()
    await sync({ mode: 'incremental', resource: 'players' })
    expect(takeRequests()).toEqual([])

    test.clock.advance(25 * 60 * 60 * 1000)
    const { counts } = await sync({ mode: 'incremental', resource: 'players' })

    expect(counts).toMatchObject({ fetched: 25, unchanged: 25 })
  })

  it('should tell players with the same nick apart, and those whose nicks look alike', async () => {
    const { docs } = await test.payload.find({
      collection: 'mafiaPlayers',
      sort: 'externalId',
      where: { name: { in: ['К0см0навт', 'Космонавт'] } },
    })

    expect(docs.map(({ name, externalId }) => [externalId, name])).toEqual([
      ['100', 'К0см0навт'],
      ['101', 'К0см0навт'],
      ['102', 'Космонавт'],
    ])
  })

  it('should go on with the API when the pages have lost their data, and say so', async () => {
    test.emulator.gomafia.isDataLost = true
    const run = await test.sync({ resource: 'players' })

    expect(run).toMatchObject({ counts: { fetched: 25 }, status: 'completed' })
    const { api } = run.ways
    expect(api).toBeGreaterThan(25)
    expect(run.ways).toEqual({ api })
    // In the log at its end, and to whoever follows it on the command line.
    const ended = test
      .logged()
      .split('\n')
      .findLast((line) => line.includes('Sync completed.'))!
    expect(JSON.parse(ended)).toMatchObject({ runId: run.id, ways: { api } })
    let output = ''
    await followRuns({
      clock: test.clock,
      isJson: false,
      output: {
        isTerminal: false,
        write: (text: string) => void (output += text),
        writeError: () => undefined,
      } as unknown as Parameters<typeof followRuns>[0]['output'],
      payload: test.payload,
      runIds: [run.id],
      signal: new AbortController().signal,
    })
    expect(output).toContain(`Run ${run.id} was read by api (${api} pages).\n`)
  })
})
