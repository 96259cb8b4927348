import { describe, expect, it } from 'vitest'

import type { Json, Row } from '../../json.js'

import { findRecordings } from '../../../../test/recordings/findRecordings.js'
import { isRow } from '../../json.js'
import { startTestApiFootball } from './startTestApiFootball.js'

/** The keys of a value down to its leaves, of a list those of its first row. */
const shapeOf = (value: Json | undefined): Json => {
  if (Array.isArray(value)) {
    return value.slice(0, 1).map(shapeOf)
  }
  return isRow(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, shapeOf(value[key])]),
      )
    : '…'
}

describe.each(findRecordings('api-football'))('shapes of $name answers', ({ read }) => {
  it.each([
    ['/countries', 'countries/countries-full.json'],
    ['/leagues', 'leagues/leagues-all-2021-11.json'],
    ['/leagues/seasons', 'seasons/seasons.json'],
    ['/teams?league={league}&season=2024', 'teams/teams-search-manchester.json'],
    ['/players/squads?team={team}', 'players/squad-leipzig.json'],
    ['/players?league={league}&season=2024&page=2', 'players/players-bundesliga-2022-page.json'],
    ['/fixtures?league={league}&season=2024', 'series-euro-2024/7-2025-07-01.json'],
    ['/teams', 'errors/missing-parameter.json'],
  ])('should be those of %s', async (path, recorded) => {
    const { emulator, get } = await startTestApiFootball()
    const season = [...emulator.world.seasons.values()].find(({ name }) => name === '2024/2025')
    const { body } = await get(
      path
        .replace('{league}', String(season?.leagueId))
        .replace('{team}', String(season?.teamIds[0])),
    )
    const real = read(recorded) as Row

    // Which parameters were given is what differs.
    const { parameters: _, ...emulated } = body
    const { parameters: __, ...expected } = real
    expect(shapeOf(emulated)).toEqual(shapeOf(expected))
  })

  it('should be that of a live match, with what came to it later', async () => {
    const { get } = await startTestApiFootball({ now: '2025-05-25T16:30:00Z' })
    const { events, ...emulated } = (await get('/fixtures?live=all')).rows()[0] ?? {}
    const rows = (read('live/live-all-2024-05-11-246-matches.json') as Row).response as Row[]
    const real = rows.find((row) => Array.isArray(row.events) && row.events.length > 0) ?? {}
    const { events: realEvents, ...rest } = real

    expect(shapeOf(emulated)).toMatchObject(shapeOf(rest) as Row)
    expect(shapeOf(events)).toEqual(shapeOf(realEvents))
  })

  it('should be those of the refused minute, word for word', async () => {
    const { get } = await startTestApiFootball({ requestsPerMinute: 10 })
    for (let asked = 0; asked < 10; asked += 1) {
      await get('/countries')
    }
    const { body } = await get('/countries')
    const real = read('errors/rate-limit-minute-http200.json') as Row

    expect(body.errors).toEqual(real.errors)
    expect(shapeOf({ ...body, parameters: {} })).toEqual(shapeOf({ ...real, parameters: {} }))
  })
})
