import { describe, expect, it } from 'vitest'

import type { World } from './types.js'

import { createWorld } from './createWorld.js'

const demo = createWorld({ set: 'demo' })

const leagueNamed = (name: string, world: World = demo) => {
  const found = [...world.leagues.values()].find((league) => league.name === name)
  if (!found) {
    throw new Error(`No league ${name}`)
  }
  return found
}

describe('createWorld', () => {
  it('should build the demo set with about 10,000 matches of several leagues and seasons', () => {
    expect({
      countries: demo.countries.size,
      leagues: demo.leagues.size,
      matches: demo.matches.size,
      players: demo.players.size,
      seasons: demo.seasons.size,
      teams: demo.teams.size,
    }).toMatchInlineSnapshot(`
      {
        "countries": 51,
        "leagues": 9,
        "matches": 10099,
        "players": 4014,
        "seasons": 30,
        "teams": 223,
      }
    `)
  })

  it('should give things the same ids in every subset', () => {
    const small = createWorld({ set: { files: ['2024-25/en.1', '2024-25/uefa.cl'] } })

    for (const kind of [
      'leagues',
      'matches',
      'players',
      'rounds',
      'seasons',
      'stages',
      'teams',
      'venues',
    ] as const) {
      expect(small[kind].size).toBeGreaterThan(0)
      for (const [id, item] of small[kind]) {
        expect(demo[kind].get(id)).toEqual(item)
      }
    }
  })

  it('should not change an id from one version of the code to the next', () => {
    expect(leagueNamed('Premier League').id).toMatchInlineSnapshot(`1490326474`)
  })

  it('should use positive ids below 2^31, without a collision in all of the data', () => {
    const all = createWorld({ set: 'all' })
    const ids = [...all.matches.keys(), ...all.players.keys(), ...all.teams.keys()]

    expect(all.matches.size + all.droppedDuplicates).toBe(92_900)
    expect(ids.every((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)).toBe(true)
  })

  it('should know a club of the Champions League as the one of its own league', () => {
    const arsenal = [...demo.teams.values()].filter(({ name }) => name === 'Arsenal FC')
    expect(arsenal).toHaveLength(1)

    const leagues = demo
      .matchesOf({ id: arsenal[0]?.id ?? 0, of: 'team' })
      .map(({ leagueId }) => demo.leagues.get(leagueId)?.name)
    expect(new Set(leagues)).toEqual(new Set(['Champions League', 'Premier League']))
  })

  it('should name and date seasons by their matches', () => {
    const { id } = leagueNamed('Premier League')
    const season = [...demo.seasons.values()].find(
      ({ name, leagueId }) => leagueId === id && name === '2024/2025',
    )
    expect(season).toMatchObject({ endsOn: '2025-05-25', startsOn: '2024-08-16' })
    expect(season?.teamIds).toHaveLength(20)

    const brazil = [...demo.seasons.values()].find(
      ({ leagueId }) => leagueId === leagueNamed('Série A').id,
    )
    expect(brazil?.name).toBe('2025')
  })

  it('should order knockout stages after the league stage and pair the legs of a tie', () => {
    const stages = [...demo.stages.values()]
      .filter(({ leagueId }) => leagueId === leagueNamed('Champions League').id)
      .sort((a, b) => a.sortOrder - b.sortOrder)
    expect(stages.map(({ name }) => name)).toEqual([
      'League Stage',
      'Playoffs',
      'Round of 16',
      'Quarterfinals',
      'Semifinals',
      'Final',
    ])

    const semifinals = demo.matchesOf({ id: stages[4]?.id ?? 0, of: 'stage' })
    expect(semifinals.map(({ leg }) => leg.number).sort()).toEqual([1, 1, 2, 2])
    expect(new Set(semifinals.map(({ tieId }) => tieId)).size).toBe(2)
  })

  it('should find matches by kick-off, both ends included', () => {
    const match = demo.matchesBetween({ from: 0, to: Number.MAX_SAFE_INTEGER })[500]
    const { startsAt = 0 } = match ?? {}

    const found = demo.matchesBetween({ from: startsAt, to: startsAt })
    expect(found).toContain(match)
    expect(found.every((each) => each.startsAt === startsAt)).toBe(true)
  })

  it('should make up a squad of 18 different players, two of them keepers', () => {
    const [teamId = 0] = demo.teams.keys()
    const squad = demo.squadOf(teamId)

    expect(squad).toHaveLength(18)
    expect(new Set(squad.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).size).toBe(
      18,
    )
    expect(new Set(squad.map(({ shirtNumber }) => shirtNumber)).size).toBe(18)
    expect(squad.filter(({ position }) => position === 'goalkeeper')).toHaveLength(2)
    expect(squad.filter(({ isCaptain }) => isCaptain)).toHaveLength(1)
  })

  it('should say which files there are when a file is unknown', () => {
    expect(() => createWorld({ set: { files: ['1999-00/copa.l'] } })).toThrow(
      'The data has no file "1999-00/copa.l". Of "copa.l" it has: 2025/copa.l.',
    )
  })
})
