/** What is read season by season: one season, or the failure that a league has none stored. */
export type SeasonParams =
  { kind: 'noSeason'; leagueId: number } | { kind: 'season'; seasonId: number }
