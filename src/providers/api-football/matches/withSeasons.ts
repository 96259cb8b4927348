import type { ResourceContext } from '../../../sdk/index.js'
import type { SeasonSpan } from '../listSeasonScopes.js'

import { findStoredSeasons } from '../../../content/soccer/index.js'
import { momentOfSeconds, readPath } from '../../../sdk/index.js'
import { toSpan } from '../listSeasonScopes.js'

type LeagueAndYear = { leagueId: number | string; year: number }

type WithSeasonsArgs = {
  rows: readonly unknown[]
  /** The stored seasons of a row's league and year. */
  seasonsOf: (args: LeagueAndYear) => readonly SeasonSpan[]
}

/**
 * Fixtures with the id of their season. They name it by league and year, which may be two seasons;
 * then the kick-off decides. Where no season is stored, none is named and the field stays as it is.
 */
export const withSeasons = ({ rows, seasonsOf }: WithSeasonsArgs): unknown[] =>
  rows.map((row) => {
    const leagueId = readPath({ path: ['league', 'id'], row })
    const year = readPath({ path: ['league', 'season'], row })
    const seconds = readPath({ path: ['fixture', 'timestamp'], row })
    if (typeof row !== 'object' || typeof leagueId !== 'number' || typeof year !== 'number') {
      return row
    }
    const season = pickSeason({
      day: momentOfSeconds(seconds)?.slice(0, 10) ?? '',
      seasons: seasonsOf({ leagueId, year }),
    })
    return season ? { ...row, seasonId: season.id } : row
  })

type WithStoredSeasonsArgs = { rows: readonly unknown[] } & Pick<ResourceContext, 'stored'>

/** Fixtures with the id of their season, out of the stored seasons that they name. */
export const withStoredSeasons = async ({
  rows,
  stored,
}: WithStoredSeasonsArgs): Promise<unknown[]> => {
  const years = new Set(
    rows
      .map((row) => readPath({ path: ['league', 'season'], row }))
      .filter((year) => typeof year === 'number'),
  )
  const seasons = years.size > 0 ? await findStoredSeasons({ stored, years: [...years] }) : []
  const known = new Map<string, SeasonSpan[]>()
  for (const season of seasons) {
    const { leagueId, year } = season
    if (leagueId !== undefined && typeof year === 'number') {
      const key = toKey({ leagueId, year })
      known.set(key, [...(known.get(key) ?? []), toSpan(season)])
    }
  }
  return withSeasons({ rows, seasonsOf: (args) => known.get(toKey(args)) ?? [] })
}

const toKey = ({ leagueId, year }: LeagueAndYear): string => `${leagueId}:${year}`

type PickSeasonArgs = { day: string; seasons: readonly SeasonSpan[] }

/**
 * The season that has begun last by the day of the match, else the first one. Of a season that is
 * stored twice, under a first day it no longer has, the one whose id has its day.
 */
const pickSeason = ({ day, seasons }: PickSeasonArgs): SeasonSpan | undefined => {
  const once = seasons.filter(
    ({ id, start }) =>
      id.endsWith(start) ||
      !seasons.some((other) => other.start === start && other.id.endsWith(start)),
  )
  const ordered = once.toSorted((a, b) => (a.start < b.start ? -1 : 1))
  return ordered.findLast(({ start }) => start <= day) ?? ordered[0]
}
