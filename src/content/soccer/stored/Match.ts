import type { MatchEvent, MatchState } from '../documents/index.js'
import type { League } from './League.js'
import type { Season } from './Season.js'
import type { Related, RichText, StoredFields } from './Stored.js'
import type { Team } from './Team.js'

/** The goals of both sides in one part of a match. */
export type MatchScore = { away?: null | number; home?: null | number }

/** Where a match is played. */
export type MatchVenue = { city?: null | string; name?: null | string }

/** A match as a site reads it. `TId` is `number` or, in a project with UUIDs, `string`. */
export type Match<TId extends number | string = number> = {
  /** What stands for the away team as long as it is not known: `Winner QF2`. */
  awayPlaceholder?: null | string
  /** Goals without the shoot-out. */
  awayScore?: null | number
  awayTeam?: Related<TId, Team<TId>>
  /** In the order they happened. */
  events?: MatchEvent[] | null
  /** Goals in extra time only. */
  extraTime?: MatchScore
  /** After 90 minutes. */
  fulltime?: MatchScore
  halftime?: MatchScore
  /** What stands for the home team as long as it is not known: `Winner QF1`. */
  homePlaceholder?: null | string
  /** Goals without the shoot-out. */
  homeScore?: null | number
  homeTeam?: Related<TId, Team<TId>>
  league?: Related<TId, League<TId>>
  minute?: null | number
  /** The shoot-out. */
  penalties?: MatchScore
  /** An editor's. */
  preview?: null | RichText
  /** The provider's own word for the state. */
  providerStatus?: null | string
  referee?: null | string
  round?: null | string
  season?: Related<TId, Season<TId>>
  /** For the address of its page. Made once, from title and day; unique. */
  slug?: null | string
  stage?: null | string
  /** Kick-off, ISO 8601 in UTC. */
  startsAt?: null | string
  state?: MatchState | null
  /** Made from the teams: `Celtic – Rangers`. */
  title: string
  venue?: MatchVenue
  /** Set only when the match is over. */
  winner?: 'away' | 'draw' | 'home' | null
} & StoredFields<TId>
