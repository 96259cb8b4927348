import type { MatchState } from '../documents/index.js'

/** States of a match that is being played. */
export const LIVE_STATES = ['live', 'paused'] as const satisfies readonly MatchState[]

/** Whether a match is being played. */
export const isGoingOn = (state: MatchState | null | undefined): boolean =>
  state === 'live' || state === 'paused'
