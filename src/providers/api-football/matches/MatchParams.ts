import type { DateRange } from '../../../sdk/index.js'
import type { AskedSeason, SeasonParams } from '../listSeasonScopes.js'

/** The ways to read matches. */
export type MatchParams =
  | { day: string; kind: 'day' }
  | { kind: 'left' }
  | { kind: 'live' }
  | { kind: 'window'; season: AskedSeason; window: DateRange }
  | SeasonParams
