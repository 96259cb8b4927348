import type { Match, MatchEvent, MatchState, PlayedPhase, Player, Score, Side } from '../types.js'

import { isPlayed, phasesOf } from './phasesOf.js'
import { isFinished, stateAt } from './stateAt.js'
import { timelineOf } from './timelineOf.js'

export type MatchAt = {
  /** Minutes of added time so far, `null` outside added time. */
  addedMinute: null | number
  /** What has happened up to now, in order. */
  events: MatchEvent[]
  /** The minute on the clock, from 1; `null` before and after the match. */
  minute: null | number
  /** Goals that fell in each phase that has begun. The shoot-out stands under `penalties`. */
  phaseScores: Partial<Record<PlayedPhase, Score>>
  /** Score to show: with extra time, without the shoot-out. `null` before kick-off. */
  score: null | Score
  state: MatchState
  /** Who won; `draw` for a finished match without a winner; `null` until it is decided. */
  winner: 'draw' | null | Side
}

/** Everything there is to know about a match at a moment. */
export const matchAt = ({
  match,
  now,
  squadOf,
}: {
  match: Match
  now: number
  squadOf: (teamId: number) => Player[]
}): MatchAt => {
  const { phase, state } = stateAt({ match, now })
  const events =
    state === 'not-started' ? [] : timelineOf({ match, squadOf }).filter(({ at }) => at <= now)

  const phaseScores: MatchAt['phaseScores'] = {}
  for (const { startsAt, state: each } of phasesOf(match)) {
    if (isPlayed(each) && startsAt <= now) {
      phaseScores[each] = goalsIn({ events, phase: each })
    }
  }

  const played = Object.entries(phaseScores).filter(([name]) => name !== 'penalties')
  const score =
    state === 'awarded'
      ? (match.result?.fullTime ?? null)
      : played.length === 0
        ? null
        : played.reduce((sum, [, each]) => plus(sum, each), { away: 0, home: 0 })

  const elapsed = phase && phase.length > 0 ? Math.floor((now - phase.startsAt) / 60_000) + 1 : null
  const isAdded = elapsed !== null && phase !== null && elapsed > phase.length

  return {
    addedMinute: isAdded ? elapsed - phase.length : null,
    events,
    minute: phase && phase.countsFrom + Math.min(elapsed ?? 0, phase.length),
    phaseScores,
    score,
    state,
    winner: isFinished(state) ? winnerOf({ penalties: phaseScores.penalties, score }) : null,
  }
}

const SCORING: ReadonlySet<MatchEvent['kind']> = new Set([
  'goal',
  'own-goal',
  'penalty-goal',
  'shootout-goal',
])

const goalsIn = ({ events, phase }: { events: MatchEvent[]; phase: PlayedPhase }): Score => {
  const goals = events.filter((event) => event.phase === phase && SCORING.has(event.kind))
  const home = goals.filter(({ side }) => side === 'home').length
  return { away: goals.length - home, home }
}

const plus = (a: Score, b: Score): Score => ({ away: a.away + b.away, home: a.home + b.home })

/** A shoot-out decides even when the score is not level: it may follow from two legs. */
const winnerOf = ({
  penalties,
  score,
}: {
  penalties: Score | undefined
  score: null | Score
}): 'draw' | Side => {
  const deciding = penalties && penalties.home !== penalties.away ? penalties : score
  if (!deciding || deciding.home === deciding.away) {
    return 'draw'
  }
  return deciding.home > deciding.away ? 'home' : 'away'
}
