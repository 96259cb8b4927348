import { describe, expect, it } from 'vitest'

import type { StoredRecords } from '../../../sdk/index.js'
import type { SeasonParams } from './listSeasonScopes.js'

import { NotFoundError, reference, ResourceError } from '../../../sdk/index.js'
import { findSeasonsInScope, findStoredSeasons } from './findStoredSeasons.js'
import { getSeasonOf, listSeasonScopes } from './listSeasonScopes.js'

const LEAGUES = [{ document: { name: 'Harbour League' }, externalId: '8' }]

const SEASONS = [
  {
    document: { name: '2030', league: reference({ externalId: '8', resource: 'leagues' }) },
    externalId: 'a',
  },
  { document: { name: '2031', league: '9' }, externalId: 'b' },
  { document: { name: '2032' }, externalId: 'c' },
]

const toStored = (seasons: [] | typeof SEASONS): StoredRecords => ({
  find: ({ resource }) => Promise.resolve((resource === 'seasons' ? seasons : LEAGUES) as never),
  findDue: () => Promise.resolve([]),
})

const stored = toStored(SEASONS)

type Season = { seasonId: string }

const list = (leagues?: number[], seasons: [] | typeof SEASONS = SEASONS) =>
  listSeasonScopes<Season>({
    leagues,
    neededBy: 'teams',
    provesAbsence: true,
    provider: 'Kickers',
    select: (found) => [...found],
    stored: toStored(seasons),
    toScopes: (found) =>
      found.map(({ externalId, label }) => ({
        key: `season:${externalId}`,
        label,
        params: { kind: 'season', seasonId: externalId },
      })),
  })

describe('findStoredSeasons', () => {
  it('should name a season with its league, as far as that is known', async () => {
    const found = await findStoredSeasons({ stored })

    expect(found.map(({ label, leagueId }) => [label, leagueId])).toEqual([
      ['Harbour League 2030', '8'],
      ['League 9 2031', '9'],
      ['2032', undefined],
    ])
  })
})

describe('findSeasonsInScope', () => {
  it('should keep what is stored beside what is asked for', async () => {
    expect(await findSeasonsInScope({ selected: [{ externalId: 'd' }], stored })).toEqual(
      new Set(['a', 'b', 'c', 'd']),
    )
  })
})

describe('listSeasonScopes', () => {
  it('should read every season, and prove absence where it is told to', async () => {
    const scopes = await list()

    expect(scopes.map(({ key, provesAbsence }) => [key, provesAbsence])).toEqual([
      ['season:a', true],
      ['season:b', true],
      ['season:c', true],
    ])
  })

  it('should give a league without a season a scope that fails and proves nothing', async () => {
    const [season, league, ...others] = await list([8, 10])

    expect(others).toEqual([])
    expect(season).toMatchObject({ key: 'season:a', label: 'Harbour League 2030' })
    expect(league).toEqual({
      key: 'league:10',
      label: 'League 10 (no season stored)',
      params: { kind: 'noSeason', leagueId: 10 },
    })
    expect(() => getSeasonOf(league!.params)).toThrow(NotFoundError)
    expect(() => getSeasonOf(league!.params)).toThrow('No season of league 10')
  })

  it('should say what to sync first where no season is stored', async () => {
    const failure = list(undefined, [])

    await expect(failure).rejects.toThrow(ResourceError)
    await expect(failure).rejects.toThrow('Kickers teams are read season by season')
  })
})

describe('getSeasonOf', () => {
  it('should give the season that a scope stands for', () => {
    const params: SeasonParams<Season> = { kind: 'season', seasonId: 'a' }

    expect(getSeasonOf(params).seasonId).toBe('a')
  })
})
