import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { SoccerKey } from '../../src/content/soccer/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'
import type { SportmonksTest } from './createSportmonksTest.js'

import { matchAt } from '../../dev/emulator/world/match/matchAt.js'
import { SOCCER_KEYS } from '../project/testSlugs.js'
import { createSportmonksTest } from './createSportmonksTest.js'

/** What the world's words for a match come to in the collection, once the season is over. */
const STATES: Partial<Record<string, string>> = {
  awarded: 'finished',
  finished: 'finished',
  'finished-after-extra-time': 'finished',
  'finished-after-penalties': 'finished',
  'not-started': 'scheduled',
}

describe('a full sync of everything', () => {
  let test: SportmonksTest
  let runs: RunDetails[]
  let writes = 0

  beforeAll(async () => {
    test = await createSportmonksTest({
      files: ['2023-24/at.1', '2024-25/at.1'],
      now: '2025-06-15T12:00:00Z',
      plugin: {
        collections: Object.fromEntries(
          SOCCER_KEYS.map((key) => [
            key,
            {
              overrides: (collection) => ({
                ...collection,
                hooks: {
                  ...collection.hooks,
                  afterChange: [
                    ...(collection.hooks?.afterChange ?? []),
                    () => {
                      writes += 1
                    },
                  ],
                },
              }),
            },
          ]),
        ),
      },
      seasons: 'all',
    })
    runs = await test.syncAll()
  })

  afterAll(async () => {
    await test.close()
  })

  it('should complete a run of each resource with as many records as the world has', async () => {
    const { countries, leagues, matches, players, seasons, teams } = test.emulator.world
    const sizes = { countries, leagues, matches, players, seasons, teams }
    const stored = await Promise.all(
      SOCCER_KEYS.map(async (key) => [key, (await test.find(key)).length]),
    )

    expect(runs.map(({ error, status }) => [status, error])).toEqual(
      runs.map(() => ['completed', null]),
    )
    expect(Object.fromEntries(stored)).toEqual(
      Object.fromEntries(Object.entries(sizes).map(([key, { size }]) => [key, size])),
    )
    // A team is in the list of both its seasons; its second time changes nothing.
    const created = runs.map(({ counts, resource }) => [resource, counts.created])
    expect(Object.fromEntries(created)).toEqual(Object.fromEntries(stored))
    expect(await test.find('syncIssues')).toEqual([])
  })

  it('should store each match as the world tells it', async () => {
    const { matches, squadOf, teams } = test.emulator.world
    const stored = new Map((await test.find('matches')).map((match) => [match.externalId, match]))
    const now = test.clock.now().getTime()
    const nameOf = (id: number): string => teams.get(id)!.name

    for (const match of matches.values()) {
      const { score, state, winner } = matchAt({ match, now, squadOf })
      expect(stored.get(String(match.id))).toMatchObject({
        awayScore: score?.away ?? null,
        homeScore: score?.home ?? null,
        minute: null,
        startsAt: new Date(match.startsAt).toISOString(),
        state: STATES[state],
        title: `${nameOf(match.homeTeamId)} – ${nameOf(match.awayTeamId)}`,
        winner: winner ?? null,
      })
    }
  })

  it('should keep the score of 90 minutes apart from extra time and shoot-out', async () => {
    const stored = new Map((await test.find('matches')).map((match) => [match.externalId, match]))

    for (const { id, outcome, result } of test.emulator.world.matches.values()) {
      if (result && !outcome) {
        const { extraTime, fullTime, penalties } = result
        expect(stored.get(String(id))).toMatchObject({
          extraTime: extraTime
            ? { away: extraTime.away - fullTime.away, home: extraTime.home - fullTime.home }
            : { away: null, home: null },
          fulltime: fullTime,
          penalties: penalties ?? { away: null, home: null },
        })
      }
    }
  })

  it('should point every relation to the document of the record it names', async () => {
    const { leagues, matches, players, seasons, teams } = test.emulator.world
    const documents = Object.fromEntries(
      await Promise.all(SOCCER_KEYS.map(async (key) => [key, await test.find(key)] as const)),
    ) as Record<SoccerKey, Awaited<ReturnType<typeof test.find>>>
    const idOf = (key: SoccerKey, id: number) =>
      documents[key].find(({ externalId }) => externalId === String(id))?.id
    const of = (key: SoccerKey, id: number) =>
      documents[key].find(({ externalId }) => externalId === String(id))

    for (const { id, countryId } of leagues.values()) {
      expect(of('leagues', id)).toMatchObject({ country: idOf('countries', countryId) })
    }
    for (const { id, leagueId } of seasons.values()) {
      expect(of('seasons', id)).toMatchObject({ league: idOf('leagues', leagueId) })
    }
    for (const { id, countryId } of teams.values()) {
      expect(of('teams', id)).toMatchObject({ country: idOf('countries', countryId) })
    }
    for (const { id, nationalityId, teamId } of players.values()) {
      expect(of('players', id)).toMatchObject({
        nationality: idOf('countries', nationalityId),
        team: idOf('teams', teamId),
      })
    }
    for (const { id, awayTeamId, homeTeamId, leagueId, seasonId } of matches.values()) {
      expect(of('matches', id)).toMatchObject({
        awayTeam: idOf('teams', awayTeamId),
        homeTeam: idOf('teams', homeTeamId),
        league: idOf('leagues', leagueId),
        season: idOf('seasons', seasonId),
      })
    }
  })

  it('should find everything unchanged a day later and write no document', async () => {
    const before = await Promise.all(SOCCER_KEYS.map(test.find))
    test.clock.advance(24 * 60 * 60_000)
    writes = 0

    const again = await test.syncAll()

    for (const { counts, error, status } of again) {
      expect({ error, status }).toEqual({ error: null, status: 'completed' })
      expect(counts).toMatchObject({
        conflicts: 0,
        created: 0,
        deferred: 0,
        invalid: 0,
        missing: 0,
        unchanged: counts.fetched,
        updated: 0,
      })
    }
    expect(again.map(({ counts }) => counts.fetched)).toEqual(
      runs.map(({ counts }) => counts.fetched),
    )
    expect(writes).toBe(0)
    expect(await Promise.all(SOCCER_KEYS.map(test.find))).toEqual(before)
  })
})
