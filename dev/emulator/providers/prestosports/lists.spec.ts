import { describe, expect, it } from 'vitest'

import { isRow, jsonText, type Row } from '../../json.js'
import { startTestPresto } from './startTestPresto.js'

describe('lists of the emulated PrestoSports', () => {
  it('should come in pages from 0, with the number of all', async () => {
    const { emulator, get } = await startTestPresto()
    const [season] = emulator.prestosports.world.seasons.keys()
    const path = `/seasons/${season}/events?pageSize=5`

    const first = await get(`${path}&pageNumber=0`)
    const count = Number(first.body.totalElements)
    const ids: unknown[] = []
    for (let page = 0; page * 5 < count; page += 1) {
      ids.push(...(await get(`${path}&pageNumber=${page}`)).rows().map(({ eventId }) => eventId))
    }

    expect(count).toBeGreaterThan(10)
    expect(new Set(ids)).toEqual(
      new Set(emulator.prestosports.world.gamesOfSeason(season!).map(({ id }) => id)),
    )
    expect(ids).toHaveLength(count)
    expect((await get(`${path}&pageNumber=999`)).rows()).toEqual([])
    expect(await get(`${path}&pageNumber=one`)).toMatchObject({ status: 400 })
  })

  it('should keep to the days that are asked for', async () => {
    const { account, emulator, get } = await startTestPresto()
    const [game] = emulator.prestosports.world.gamesOfTeam(account.teamIds[0]!)
    const day = new Date(game!.startsAt).toISOString().slice(0, 10)

    const rows = (await get(`/teams/${account.teamIds[0]}/events?from=${day}&to=${day}`)).rows()

    expect(rows.map(({ eventId }) => eventId)).toContain(game!.id)
    expect(rows.every(({ startDateTime }) => jsonText(startDateTime).startsWith(day))).toBe(true)
  })

  it('should hold copies that are never played, and games without one or both teams', async () => {
    const { account, emulator, get } = await startTestPresto({ teams: 8, weeksBack: 3 })
    emulator.clock.advance(60 * 24 * 60 * 60_000)
    const season = emulator.prestosports.world.teams.get(account.teamIds[0]!)!.seasonId
    const rows = (await get(`/seasons/${season}/events?pageSize=100`)).rows()
    const waiting = rows.filter(({ statusCode }) => statusCode === -2)

    const teams = waiting.map(({ teams }) => teams as Row)
    expect(teams.filter(({ awayTeam, homeTeam }) => !awayTeam && !homeTeam)).toHaveLength(1)
    expect(teams.filter(({ awayTeam, homeTeam }) => !awayTeam && homeTeam)).toHaveLength(1)
    const copy = waiting.find(({ timeZoneDisplay }) => timeZoneDisplay === 'EDT')!
    const played = rows.find(
      ({ eventId, startDateTime, teams }) =>
        eventId !== copy.eventId &&
        JSON.stringify(teams) === JSON.stringify(copy.teams) &&
        jsonText(startDateTime).slice(0, 10) === jsonText(copy.startDateTime).slice(0, 10),
    )
    expect(Number(played?.statusCode)).toBeGreaterThanOrEqual(0)
  })

  it('should hold people in a roster that are no players, and a name that is corrected later', async () => {
    const { account, emulator, get } = await startTestPresto({ weeksAhead: 2 })
    const [teamId] = account.teamIds
    const ask = async () => (await get(`/teams/${teamId}/players`)).rows()
    const { squad } = emulator.prestosports.world.teams.get(teamId!)!
    const misspelt = squad.find(({ correctedName }) => correctedName !== undefined)!

    const before = await ask()
    emulator.clock.advance(14 * 24 * 60 * 60_000)
    const after = await ask()

    expect(before.filter(({ playerId }) => playerId === null)).toHaveLength(2)
    expect(before.filter(({ playerId }) => playerId !== null)).toHaveLength(squad.length)
    const nameIn = (rows: Row[]) => rows.find(({ playerId }) => playerId === misspelt.id)?.lastName
    expect(nameIn(before)).toBe(misspelt.lastName)
    expect(nameIn(after)).toBe(misspelt.correctedName)
  })

  it('should give totals as texts that are the sum of the games, and none where there is nothing', async () => {
    const { account, emulator, get } = await startTestPresto()
    emulator.clock.advance(12 * 24 * 60 * 60_000)
    const { games, world } = emulator.prestosports
    const [teamId] = account.teamIds
    const now = emulator.clock.now().getTime()
    const boxes = world.gamesOfTeam(teamId!).flatMap((game) => {
      const known = games.at({ game, now })
      const box = known?.stage.isComplete ? known.findBox() : null
      return box ? [box.teams[game.awayId === teamId ? 'V' : 'H']] : []
    })

    const rows = (await get(`/stats/teams/${teamId}/players`)).rows()

    expect(boxes.length).toBeGreaterThan(3)
    for (const { playerId, stats } of rows) {
      const lines = boxes
        .flatMap(({ players }) => players)
        .filter(({ hasPlayed, person }) => hasPlayed && person.id === playerId)
      if (lines.length === 0) {
        expect(stats).toEqual({})
        continue
      }
      const sum = (name: string) =>
        String(lines.reduce((all, { hitting }) => all + (hitting?.[name] ?? 0), 0))
      const hasPitched = lines.some(({ pitching }) => pitching)
      expect(stats).toMatchObject({
        ab: sum('ab'),
        gp: String(lines.length),
        h: sum('h'),
        k: sum('so'),
        ...(!hasPitched && { era: '-', pw: '-' }),
      })
      expect((await get(`/stats/player/${jsonText(playerId)}`)).data).toMatchObject({ stats })
    }
    const { overall } = (await get(`/stats/teams/${teamId}/record`)).data as Row
    expect(
      jsonText(overall)
        .split('-')
        .reduce((all, count) => all + Number(count), 0),
    ).toBe(
      world.gamesOfTeam(teamId!).filter((game) => games.at({ game, now })?.stage.state === 'final')
        .length,
    )
    const career = (await get(`/stats/player/${jsonText(rows[0]!.playerId)}/career`)).data
    expect(isRow(career) && Array.isArray(career.seasons)).toBe(true)
  })

  it('should say that it does not know what nobody has', async () => {
    const { get } = await startTestPresto()

    for (const path of ['/teams/x', '/events/x', '/player/x', '/seasons/x/events', '/nothing']) {
      expect(await get(path)).toMatchObject({ status: 404 })
    }
  })
})
