import type { SeasonSpan } from './SeasonSpan.js'

/**
 * A league and a year, which is all the provider can be asked for. It answers with both seasons
 * where a league has two of that year.
 */
export type AskedSeason = { leagueId: number; seasons: SeasonSpan[]; year: number }

/** What is read season by season: one season, or the failure that a league has none stored. */
export type SeasonParams =
  { kind: 'noSeason'; leagueId: number } | { kind: 'season'; season: AskedSeason }
