import type { MatchState } from '../../../content/soccer/index.js'

type ProviderState = {
  /**
   * Whether `score.halftime` is the half-time result; while the first half is on it mirrors the
   * goals.
   */
  isHalfTimeOver: 'maybe' | boolean
  /** Whether the minute counts on; in a break and in a shoot-out it stands still. */
  isTicking?: boolean
  state: MatchState
}

/**
 * States of a match by their short code. API-Football docs, fixtures page; the long texts are not
 * unique and their wording changed.
 *
 * A competition without live scores stays `NS` for up to 48 hours after the match. `TBD` has a
 * made-up time. `ABD` may be replayed and `CANC` may come back, under the same id.
 */
export const STATES: Readonly<Record<string, ProviderState>> = {
  '1H': { isHalfTimeOver: false, isTicking: true, state: 'live' },
  '2H': { isHalfTimeOver: true, isTicking: true, state: 'live' },
  ABD: { isHalfTimeOver: 'maybe', state: 'off' },
  AET: { isHalfTimeOver: true, state: 'finished' },
  AWD: { isHalfTimeOver: true, state: 'finished' },
  BT: { isHalfTimeOver: true, state: 'live' },
  CANC: { isHalfTimeOver: 'maybe', state: 'off' },
  ET: { isHalfTimeOver: true, isTicking: true, state: 'live' },
  FT: { isHalfTimeOver: true, state: 'finished' },
  HT: { isHalfTimeOver: true, state: 'live' },
  INT: { isHalfTimeOver: 'maybe', state: 'paused' },
  LIVE: { isHalfTimeOver: 'maybe', isTicking: true, state: 'live' },
  NS: { isHalfTimeOver: false, state: 'scheduled' },
  P: { isHalfTimeOver: true, state: 'live' },
  PEN: { isHalfTimeOver: true, state: 'finished' },
  PST: { isHalfTimeOver: 'maybe', state: 'off' },
  SUSP: { isHalfTimeOver: 'maybe', state: 'paused' },
  TBD: { isHalfTimeOver: false, state: 'scheduled' },
  WO: { isHalfTimeOver: true, state: 'finished' },
}
