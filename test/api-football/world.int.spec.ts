import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'
import type { TestKey } from '../project/testSlugs.js'
import type { EmulatedTest } from './createEmulatedTest.js'
import type { StoredDocument } from './createFootballProject.js'

import { SOCCER_KEYS } from '../project/testSlugs.js'
import { createEmulatedTest, KEY } from './createEmulatedTest.js'
import { toExpectedMatch } from './recorded/toExpectedMatch.js'

const RESOURCES = ['countries', 'leagues', 'seasons', 'teams', 'players', 'matches'] as const

const DAY_MS = 24 * 60 * 60_000

/** Two leagues, one of them a cup with extra time and shoot-outs, and every player in detail. */
describe('a full sync of an emulated world', () => {
  let test: EmulatedTest
  let runs: RunDetails[]

  const syncAll = async (): Promise<RunDetails[]> => {
    const ended: RunDetails[] = []
    for (const resource of RESOURCES) {
      ended.push(await test.sync({ resource }))
    }
    return ended
  }
  const findAll = async () =>
    Object.fromEntries(
      await Promise.all(SOCCER_KEYS.map(async (key) => [key, await test.find(key)] as const)),
    ) as Record<TestKey, StoredDocument[]>

  beforeAll(async () => {
    test = await createEmulatedTest({
      files: ['2023-24/at.1', '2024-25/at.1', '2020-21/at.cup'],
      now: '2025-06-15T12:00:00Z',
      options: { playerDetails: true, seasons: 'all' },
      requestsPerMinute: 10_000,
    })
    runs = await syncAll()
  })

  afterAll(async () => {
    await test.close()
  })

  it('should complete a run of each resource, without an issue', async () => {
    expect(runs.map(({ error, status }) => [status, error])).toEqual(
      runs.map(() => ['completed', null]),
    )
    expect(await test.find('syncIssues')).toEqual([])
  })

  it('should store as many documents as the world has things', async () => {
    const { countries, leagues, matches, players, seasons, teams } = test.emulator.world
    const stored = await findAll()

    expect(Object.fromEntries(SOCCER_KEYS.map((key) => [key, stored[key].length]))).toEqual({
      // The two continents are one country for the provider.
      countries: countries.size - 1,
      leagues: leagues.size,
      matches: matches.size,
      players: players.size,
      seasons: seasons.size,
      teams: teams.size,
    })
  })

  it('should store each match as the world tells it, 90 minutes apart from what followed', async () => {
    const { world } = test.emulator
    const now = test.clock.now().getTime()
    const stored = new Map((await test.find('matches')).map((match) => [match.externalId, match]))
    const results = [...world.matches.values()].map(({ outcome, result }) => !outcome && result)

    expect(results.some((result) => result && result.extraTime && result.penalties)).toBe(true)
    for (const match of world.matches.values()) {
      const { id, outcome, result } = match
      expect(stored.get(String(id))).toMatchObject(toExpectedMatch({ match, now, world }))
      if (result && !outcome) {
        const { extraTime, fullTime } = result
        expect(stored.get(String(id))).toMatchObject({
          extraTime: extraTime
            ? { away: extraTime.away - fullTime.away, home: extraTime.home - fullTime.home }
            : { away: null, home: null },
          fulltime: fullTime,
        })
      }
    }
  })

  it('should point each relation to the record it names, and know players in detail', async () => {
    const { leagues, matches, players, seasons } = test.emulator.world
    const stored = await findAll()
    const of = (key: TestKey, id: number) =>
      stored[key].find(({ externalId }) => externalId === String(id))
    const idOf = (key: TestKey, id: number) => of(key, id)?.id

    for (const { id, awayTeamId, homeTeamId, leagueId, seasonId } of matches.values()) {
      const season = stored.seasons.find((document) => document.id === of('matches', id)?.season)
      expect(of('matches', id)).toMatchObject({
        awayTeam: idOf('teams', awayTeamId),
        homeTeam: idOf('teams', homeTeamId),
        league: idOf('leagues', leagueId),
      })
      expect(season).toMatchObject({
        league: idOf('leagues', leagueId),
        year: Number(seasons.get(seasonId)!.name.slice(0, 4)),
      })
    }
    for (const { id, dateOfBirth, height, lastName, teamId } of players.values()) {
      expect(of('players', id)).toMatchObject({ height, lastName, team: idOf('teams', teamId) })
      expect((of('players', id)?.dateOfBirth as null | string)?.slice(0, 10) ?? null).toBe(
        dateOfBirth,
      )
    }
    expect([...leagues.keys()].map((id) => of('leagues', id)?.country)).not.toContain(null)
  })

  it('should find everything unchanged a day later, though names are spelt in another way', async () => {
    const before = await findAll()
    test.clock.advance(DAY_MS)
    test.takeWrites()

    const again = await syncAll()

    for (const { counts, error, status } of again) {
      expect({ error, status }).toEqual({ error: null, status: 'completed' })
      expect(counts).toMatchObject({
        conflicts: 0,
        created: 0,
        invalid: 0,
        missing: 0,
        unchanged: counts.fetched,
        updated: 0,
      })
    }
    expect(again.map(({ counts }) => counts.fetched)).toEqual(
      runs.map(({ counts }) => counts.fetched),
    )
    expect(test.takeWrites()).toEqual([])
    expect(await findAll()).toEqual(before)
  })

  it('should have sent the key in its header, and nothing else of its own', () => {
    const asked = test.emulator.requests.list()

    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every(({ headerNames }) => headerNames.includes('x-apisports-key'))).toBe(true)
    // The emulator refuses every header that is neither the key nor an HTTP library's own.
    expect(asked.every(({ entity }) => entity === 'request')).toBe(true)
    expect(JSON.stringify(asked)).not.toContain(KEY)
  })
})
