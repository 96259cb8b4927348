import type { ApiFootballSeason } from './seasonSchema.js'

/** What a season is known by: year and league alone would make one of two. */
export const toSeasonId = ({
  leagueId,
  start,
  year,
}: Pick<ApiFootballSeason, 'leagueId' | 'start' | 'year'>): string => `${leagueId}:${year}:${start}`
