import type { SeasonSpan } from '../scopes/SeasonSpan.js'

import { readPath } from './readPath.js'

type WithSeasonsArgs = {
  rows: readonly unknown[]
  /** The stored seasons of a row's league and year. */
  seasonsOf: (args: { leagueId: number; year: number }) => readonly SeasonSpan[]
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
      day: typeof seconds === 'number' ? new Date(seconds * 1000).toISOString().slice(0, 10) : '',
      seasons: seasonsOf({ leagueId, year }),
    })
    return season ? { ...row, seasonId: season.id } : row
  })

type PickSeasonArgs = { day: string; seasons: readonly SeasonSpan[] }

/** The season that has begun last by the day of the match, else the first one. */
const pickSeason = ({ day, seasons }: PickSeasonArgs): SeasonSpan | undefined => {
  const ordered = seasons.toSorted((a, b) => (a.start < b.start ? -1 : 1))
  return ordered.findLast(({ start }) => start <= day) ?? ordered[0]
}
