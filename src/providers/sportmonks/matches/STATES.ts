import type { MatchState } from '../../../content/soccer/index.js'

type ProviderState = { code: string; state: MatchState }

/**
 * States of a match by id. Sportmonks docs, states page; 24 is not used.
 *
 * `FT` can show for a moment before `BREAK` when extra time follows, so finished is not final.
 * `PENDING` and `AWAITING_UPDATES` say that data is missing, not whether the match is on. A deleted
 * match shows up only where it is asked for; it will not be played.
 */
export const STATES: Readonly<Record<number, ProviderState>> = {
  1: { code: 'NS', state: 'scheduled' },
  2: { code: 'INPLAY_1ST_HALF', state: 'live' },
  3: { code: 'HT', state: 'live' },
  4: { code: 'BREAK', state: 'live' },
  5: { code: 'FT', state: 'finished' },
  6: { code: 'INPLAY_ET', state: 'live' },
  7: { code: 'AET', state: 'finished' },
  8: { code: 'FT_PEN', state: 'finished' },
  9: { code: 'INPLAY_PENALTIES', state: 'live' },
  10: { code: 'POSTPONED', state: 'off' },
  11: { code: 'SUSPENDED', state: 'paused' },
  12: { code: 'CANCELLED', state: 'off' },
  13: { code: 'TBA', state: 'scheduled' },
  14: { code: 'WO', state: 'finished' },
  15: { code: 'ABANDONED', state: 'off' },
  16: { code: 'DELAYED', state: 'scheduled' },
  17: { code: 'AWARDED', state: 'finished' },
  18: { code: 'INTERRUPTED', state: 'paused' },
  19: { code: 'AWAITING_UPDATES', state: 'unknown' },
  20: { code: 'DELETED', state: 'off' },
  21: { code: 'EXTRA_TIME_BREAK', state: 'live' },
  22: { code: 'INPLAY_2ND_HALF', state: 'live' },
  23: { code: 'INPLAY_ET_2ND_HALF', state: 'live' },
  25: { code: 'PEN_BREAK', state: 'live' },
  26: { code: 'PENDING', state: 'unknown' },
}

/** The state with this id; `unknown` for one this plugin does not know. */
export const stateOf = (id: number): ProviderState =>
  STATES[id] ?? { code: `state ${id}`, state: 'unknown' }
