import type { DateWindow } from '../scopes/dateWindows.js'
import type { SeasonParams } from '../scopes/SeasonParams.js'

/** The four ways to read matches. */
export type MatchParams =
  { kind: 'inplay' } | { kind: 'left' } | ({ kind: 'window' } & DateWindow) | SeasonParams
