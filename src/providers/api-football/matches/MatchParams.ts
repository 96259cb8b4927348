import type { DateWindow } from '../scopes/dateWindow.js'
import type { AskedSeason, SeasonParams } from '../scopes/SeasonParams.js'

/** The ways to read matches. */
export type MatchParams =
  | { day: string; kind: 'day' }
  | { kind: 'left' }
  | { kind: 'live' }
  | { kind: 'window'; season: AskedSeason; window: DateWindow }
  | SeasonParams
