import type { Match, MatchState } from '../types.js'

import { type Phase, phasesOf } from './phasesOf.js'

export type StateAt = {
  /** The phase that is going on; `null` before the match, after it, and when it is not played. */
  phase: null | Phase
  /** Since when, milliseconds. `null` while the match has not started. */
  since: null | number
  state: MatchState
}

/**
 * What is going on in a match at a moment. A match without a result in the source stays
 * `not-started` for ever; one with an outcome (cancelled, awarded…) takes it at its kick-off.
 */
export const stateAt = ({ match, now }: { match: Match; now: number }): StateAt => {
  const { outcome, result, startsAt } = match

  if (now < startsAt || (!result && !outcome)) {
    return { phase: null, since: null, state: 'not-started' }
  }
  if (outcome) {
    return { phase: null, since: startsAt, state: outcome }
  }
  const phases = phasesOf(match)
  const phase = phases.find(({ endsAt }) => now < endsAt)

  return phase
    ? { phase, since: phase.startsAt, state: phase.state }
    : { phase: null, since: phases.at(-1)?.endsAt ?? startsAt, state: finishedState(match) }
}

/** Being played, or in a break between two parts of it. */
export const isLive = (state: MatchState): boolean => LIVE.has(state)

/** Has a final score, whether played or awarded. */
export const isFinished = (state: MatchState): boolean => FINISHED.has(state)

const finishedState = ({ result }: Match): MatchState => {
  if (result?.penalties) {
    return 'finished-after-penalties'
  }
  return result?.extraTime ? 'finished-after-extra-time' : 'finished'
}

const FINISHED: ReadonlySet<MatchState> = new Set([
  'awarded',
  'finished',
  'finished-after-extra-time',
  'finished-after-penalties',
])

const LIVE: ReadonlySet<MatchState> = new Set([
  'break-before-extra-time',
  'break-before-penalties',
  'extra-time-break',
  'extra-time-first-half',
  'extra-time-second-half',
  'first-half',
  'half-time',
  'penalties',
  'second-half',
])
