import type { Reference } from '../../../sdk/references/Reference.js'

/** Where a match stands, whatever a provider calls it. */
export const MATCH_STATES = ['scheduled', 'live', 'paused', 'finished', 'off', 'unknown'] as const

/** Where a match stands. */
export type MatchState = (typeof MATCH_STATES)[number]

/** What may happen in a match. */
export const MATCH_EVENT_TYPES = [
  'goal',
  'ownGoal',
  'penalty',
  'missedPenalty',
  'yellowCard',
  'secondYellowCard',
  'redCard',
  'substitution',
  'shootoutGoal',
  'shootoutMiss',
  'var',
  'other',
] as const

/** What the video referee may decide. */
export const VAR_DECISIONS = [
  'goalConfirmed',
  'goalDisallowed',
  'penaltyAwarded',
  'penaltyConfirmed',
  'penaltyCancelled',
  'redCardCancelled',
  'cardUpgraded',
  'cardReviewed',
  'underReview',
  'other',
] as const

/** What the video referee decided, whatever a provider calls it. */
export type VarDecision = (typeof VAR_DECISIONS)[number]

/** One thing that happened in a match. */
export type MatchEvent = {
  /** What the provider writes beside `detail`. Only with `var` and `other`. */
  comments?: string
  /** The provider's own words for what happened: `Goal Disallowed - offside`. As `comments`. */
  detail?: string
  /** Minutes of added time: 2 for 45+2. */
  extraMinute?: number
  /** Set on a card that was taken back. */
  isCancelled?: true
  minute: null | number
  player?: string
  /** The other player: who assisted, or who came off. */
  relatedPlayer?: string
  team: 'away' | 'home' | null
  type: (typeof MATCH_EVENT_TYPES)[number]
  /** Only with `var`. */
  varDecision?: VarDecision
}

/** The goals of both sides; `null` clears one, an absent one is left alone. */
export type Score = { away?: null | number; home?: null | number }

/** A mapped match, for the content collection `matches`. */
export type MatchDocument = {
  /** What stands for the away team as long as it is not known: `Winner QF2`. */
  awayPlaceholder?: null | string
  /** Goals without the shoot-out. */
  awayScore?: null | number
  awayTeam?: null | Reference
  /** In the order they happened. */
  events?: MatchEvent[] | null
  /** Goals in extra time only. */
  extraTime?: Score
  /** After 90 minutes. */
  fulltime?: Score
  halftime?: Score
  /** What stands for the home team as long as it is not known: `Winner QF1`. */
  homePlaceholder?: null | string
  /** Goals without the shoot-out. */
  homeScore?: null | number
  homeTeam?: null | Reference
  league?: null | Reference
  minute?: null | number
  /** The shoot-out. */
  penalties?: Score
  /** The provider's own word for the state. */
  providerStatus?: null | string
  referee?: null | string
  round?: null | string
  season?: null | Reference
  stage?: null | string
  /** Kick-off, ISO 8601 in UTC. */
  startsAt?: null | string
  state?: MatchState
  /** Made from the teams: `Celtic – Rangers`. */
  title: string
  venue?: { city?: null | string; name?: null | string }
  /** Set only when the match is over. */
  winner?: 'away' | 'draw' | 'home' | null
}
