import type { ResourceContext } from '../../../sdk/index.js'
import type { SeasonSpan } from '../scopes/SeasonSpan.js'

import { readPath } from '../rows/readPath.js'
import { findStoredSeasons } from '../scopes/findStoredSeasons.js'

type FindSeasonsOfArgs = { rows: readonly unknown[] } & Pick<ResourceContext, 'stored'>

/** Looks up the stored seasons of all leagues and years that these rows name. */
export const findSeasonsOf = async ({ rows, stored }: FindSeasonsOfArgs) => {
  const years = new Set(
    rows
      .map((row) => readPath({ path: ['league', 'season'], row }))
      .filter((year) => typeof year === 'number'),
  )
  const seasons = years.size > 0 ? await findStoredSeasons({ stored, years: [...years] }) : []
  const known = new Map<string, SeasonSpan[]>()
  for (const season of seasons) {
    const key = toKey(season)
    known.set(key, [...(known.get(key) ?? []), season])
  }
  return (args: { leagueId: number; year: number }): readonly SeasonSpan[] =>
    known.get(toKey(args)) ?? []
}

const toKey = ({ leagueId, year }: { leagueId: number; year: number }): string =>
  `${leagueId}:${year}`
