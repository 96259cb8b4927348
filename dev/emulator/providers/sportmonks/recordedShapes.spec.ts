import { describe, expect, it } from 'vitest'

import type { Row } from '../../json.js'

import { findRecordings } from '../../../../test/recordings/findRecordings.js'
import { startTestEmulator } from '../../startTestEmulator.js'

const keys = (row: unknown): string[] => Object.keys(row as Row).sort()
const first = (rows: unknown): unknown => (rows as unknown[])[0]

const includes = 'participants;scores;events;league;venue;state'

/** Without the parts that the emulator does not have. */
const withoutParts = (row: Row): string[] =>
  keys(row).filter(
    (key) => !['sidelined', 'statistics', 'weatherreport', ...includes.split(';')].includes(key),
  )

describe.each(findRecordings('sportmonks'))('shapes of $name answers', ({ read }) => {
  it('should have the keys of a recorded league, with its pagination', async () => {
    const { get } = await startTestEmulator()
    const recorded = read('leagues/leagues-2026-08-free-plan.json') as Row
    const { body } = await get('/v3/football/leagues')

    expect(keys(body)).toEqual(keys(recorded))
    expect(keys(first(body.data))).toEqual(keys(first(recorded.data)))
    expect(keys(body.pagination)).toEqual(keys(recorded.pagination))
    expect(keys(body.rate_limit)).toEqual(keys(recorded.rate_limit))
    expect(keys(first(body.subscription))).toEqual(keys(first(recorded.subscription)))
  })

  it('should have the keys of a recorded season', async () => {
    const { get } = await startTestEmulator()
    const { rows } = await get('/v3/football/seasons')
    expect(keys(rows()[0])).toEqual(keys(first(read('seasons/seasons-2025-02-585-items.json'))))
  })

  it('should have the keys of a recorded fixture and its parts', async () => {
    const { get } = await startTestEmulator()
    const recorded = read('fixtures/fixture-19135043-data.json') as Row
    const { rows } = await get(
      `/v3/football/fixtures/date/2025-05-25?include=${includes};events.type;events.period;events.player`,
    )
    const emulated = rows().find(({ venue }) => venue !== null) ?? {}

    expect(withoutParts(emulated)).toEqual(withoutParts(recorded))
    for (const part of ['participants', 'scores', 'events']) {
      expect(keys(first(emulated[part]))).toEqual(keys(first(recorded[part])))
    }
    for (const part of ['league', 'venue', 'state']) {
      expect(keys(emulated[part])).toEqual(keys(recorded[part]))
    }
    for (const part of ['type', 'period', 'player']) {
      expect(keys((first(emulated.events) as Row)[part])).toEqual(
        keys((first(recorded.events) as Row)[part]),
      )
    }
    const meta = (row: Row): string[] => keys((first(row.participants) as Row).meta)
    expect(meta(emulated)).toEqual(meta(recorded))
  })

  it('should have the shape of a recorded livescore: a list without pagination', async () => {
    const { get } = await startTestEmulator({ now: '2025-05-25T16:30:00Z' })
    const { body } = await get('/v3/football/livescores/inplay?include=events;participants')
    expect(keys(body)).toEqual(keys(read('livescores/inplay-18862020.json')))
  })

  it('should have the shape of the recorded answer that has no data', async () => {
    const { get } = await startTestEmulator()
    const { body } = await get('/v3/football/livescores/inplay')
    const recorded = read('errors/no-results-http200.json') as Row

    expect(keys(body)).toEqual(keys(recorded))
    expect(body.message).toBe(recorded.message)
  })

  it('should have the keys of recorded schedules, with and without ties', async () => {
    const { emulator, get } = await startTestEmulator()
    const recorded = read('schedules/schedule-team-14-data.json') as Row[]
    const cup = [...emulator.world.leagues.values()].find(({ code }) => code === 'uefa.cl')
    const season = [...emulator.world.seasons.values()].find(({ leagueId }) => leagueId === cup?.id)
    const stages = (await get(`/v3/football/schedules/seasons/${season?.id}`)).rows()

    for (const has of [
      (stage: Row) => ((stage.aggregates ?? []) as Row[]).length > 0,
      (stage: Row) => 'fixtures' in stage,
    ]) {
      const [emulated, real] = [stages.find(has) ?? {}, recorded.find(has) ?? {}]
      expect(keys(emulated)).toEqual(keys(real))
      if ('aggregates' in real) {
        expect(keys(first(emulated.aggregates))).toEqual(keys(first(real.aggregates)))
      }
    }
  })

  it.each([
    ['country', '/v3/core/countries'],
    ['round', '/v3/football/seasons?include=stages.rounds'],
    ['stage', '/v3/football/seasons?include=stages'],
    ['standing', '/v3/football/standings/seasons/{season}'],
    ['state', '/v3/football/states'],
    ['team', '/v3/football/teams'],
    ['team_squad', '/v3/football/squads/teams/{team}'],
  ])('should have the keys of the fragment %s', async (name, path) => {
    const { emulator, get } = await startTestEmulator()
    const { world } = emulator
    const season = [...world.seasons.values()].find(({ stageIds }) => stageIds.length === 1)
    const { rows } = await get(
      path
        .replace('{season}', String(season?.id))
        .replace('{team}', String([...world.teams.keys()][0])),
    )
    const row = rows().find(({ id }) => !path.includes('include') || id === season?.id)
    const stage = first(row?.stages ?? [])
    const found = name === 'round' ? first((stage as Row).rounds) : name === 'stage' ? stage : row

    expect(keys(found)).toEqual(keys(first(read(`fragments/${name}.json`))))
  })
})
