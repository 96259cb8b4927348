import type { CollegeGame } from '../types.js'
import type { Play, PlayedGame } from './Play.js'

const MINUTE_MS = 60_000

/** When each thing becomes known after the end of a game, in milliseconds. */
export const LATENESS = {
  /** The box score of a game that was written while it was played says that it is complete. */
  complete: 6 * MINUTE_MS,
  /** Of a game that is sent afterwards: first the score by innings, then hitters, then all. */
  part: 60 * MINUTE_MS,
  scores: 20 * MINUTE_MS,
  whole: 120 * MINUTE_MS,
} as const

export type Stage = {
  /** How much of the box score there is. */
  detail: 'all' | 'none' | 'part' | 'scores'
  isComplete: boolean
  isCorrected: boolean
  isSuspended: boolean
  /** Plays that are over. */
  plays: Play[]
  state: 'final' | 'notStarted' | 'playing'
  /** When anything about the game changed last. */
  updatedAt: number
}

/** What is known of a game at a moment. */
export const stageOf = ({
  game,
  now,
  played,
}: {
  game: CollegeGame
  now: number
  played: PlayedGame
}): Stage => {
  const { correctedAfterMs, scoring, startsAt } = game
  const { endsAt } = played
  const isLive = scoring === 'live'
  const correctedAt = correctedAfterMs === null ? null : endsAt + correctedAfterMs
  const steps = isLive
    ? [endsAt + LATENESS.complete]
    : [endsAt + LATENESS.scores, endsAt + LATENESS.part, endsAt + LATENESS.whole]
  const seen = played.plays.filter(({ at }) => at <= now && (isLive || now >= endsAt))
  const updates = [
    startsAt - 60 * MINUTE_MS,
    ...(isLive ? [startsAt, ...seen.map(({ at }) => at)] : []),
    endsAt,
    ...steps,
    ...(correctedAt === null ? [] : [correctedAt]),
  ].filter((moment) => moment <= now)
  const state = toState({ endsAt, isLive, now, startsAt })

  return {
    detail: detailOf({ isLive, now, state, steps }),
    isComplete: now >= steps.at(-1)!,
    isCorrected: correctedAt !== null && now >= correctedAt,
    isSuspended: state === 'playing' && isSuspendedAt({ game, now, played }),
    plays: seen,
    state,
    updatedAt: Math.max(startsAt - 60 * MINUTE_MS, ...updates),
  }
}

const toState = ({
  endsAt,
  isLive,
  now,
  startsAt,
}: {
  endsAt: number
  isLive: boolean
  now: number
  startsAt: number
}): Stage['state'] => {
  if (now >= endsAt) {
    return 'final'
  }
  return isLive && now >= startsAt ? 'playing' : 'notStarted'
}

const detailOf = ({
  isLive,
  now,
  state,
  steps,
}: {
  isLive: boolean
  now: number
  state: Stage['state']
  steps: number[]
}): Stage['detail'] => {
  if (isLive) {
    return state === 'notStarted' ? 'none' : 'all'
  }
  return (['none', 'scores', 'part', 'all'] as const)[
    steps.filter((moment) => now >= moment).length
  ]!
}

const isSuspendedAt = ({
  game: { suspended },
  now,
  played: { plays },
}: {
  game: CollegeGame
  now: number
  played: PlayedGame
}): boolean => {
  const next = plays.find(({ at }) => at > now)
  return (
    suspended !== null &&
    next?.inning === suspended.inning &&
    !plays.some(({ at, inning }) => at <= now && inning >= suspended.inning)
  )
}
