import type { JsonValue, Reference } from '../../../sdk/index.js'
import type {
  BASKETBALL,
  BATTING,
  FIELDING,
  PITCHING,
  PITCHING_TOTALS,
  SOCCER,
  Stats,
} from '../stats/STATS.js'
import type { SeasonStatsKind } from './CollegeDocuments.js'
import type { Side } from './CollegeGameDocument.js'

/** What a pitcher may be credited with. */
export const DECISIONS = ['win', 'loss', 'save'] as const

type StatGroups = {
  basketball?: Stats<(typeof BASKETBALL)[number]>
  batting?: Stats<(typeof BATTING)[number]>
  fielding?: Stats<(typeof FIELDING)[number]>
  soccer?: Stats<(typeof SOCCER)[number]>
}

/** What a pitcher did in one game. */
export type GamePitching = {
  decision?: (typeof DECISIONS)[number] | null
  /** `5.2` are five innings and two outs. */
  inningsPitched?: null | string
  /** Which pitcher of the side, counted from 1. */
  order?: null | number
  /** Wins and losses of the season with this game: `1-0`. */
  record?: null | string
} & Stats<(typeof PITCHING)[number]>

/** The line of one player in one game, for the content collection `collegeGameStats`. */
export type CollegeGameStatsDocument = {
  bats?: null | string
  /** Place in the batting order, from 1; `null` for who is in none. */
  battingOrder?: null | number
  classYear?: null | string
  game?: null | Reference
  /** Where the player stood at the end: `rf`. */
  lastPosition?: null | string
  /** All of the line as it was sent. */
  line?: JsonValue
  /** As the box score has it. */
  name: string
  pitching?: GamePitching | null
  /** Whether the player took part; `false` for the bench. */
  played?: boolean | null
  /** `null` where the provider does not say who it is. */
  player?: null | Reference
  /** Every position of the game, joined by a slash: `p/rf`. */
  position?: null | string
  side?: Side
  started?: boolean | null
  /** Which player in this place of the batting order, 0 for who began there. */
  substitution?: null | number
  team?: null | Reference
  throws?: null | string
  uniform?: null | string
} & StatGroups

/** Totals of a team or player, for the content collection `collegeSeasonStats`. */
export type CollegeSeasonStatsDocument = {
  gamesPlayed?: null | number
  gamesStarted?: null | number
  kind?: SeasonStatsKind
  name: string
  /** One of each game of a team, or each season of a career, as it was sent. */
  parts?: JsonValue
  pitching?: {
    inningsPitched?: null | string
  } & Stats<(typeof PITCHING)[number] | (typeof PITCHING_TOTALS)[number]>
  player?: null | Reference
  /** Wins and losses of a team. */
  record?: {
    away?: null | string
    conference?: null | string
    home?: null | string
    losses?: null | number
    overall?: null | string
    ties?: null | number
    wins?: null | number
  }
  seasonId?: null | string
  seasonName?: null | string
  /** Totals of some of the games: at home, away, in the conference. As they were sent. */
  splits?: JsonValue
  /** Every number as it was sent. */
  stats?: JsonValue
  team?: null | Reference
} & StatGroups
