import type { JsonValue, Reference } from '../../../sdk/index.js'
import type { BASKETBALL, BATTING, FIELDING, PITCHING, SOCCER, Stats } from '../stats/STATS.js'

/** Where a game stands, whatever a provider calls it. */
export const GAME_STATES = ['scheduled', 'live', 'paused', 'finished', 'off', 'unknown'] as const

/** Where a game stands. */
export type GameState = (typeof GAME_STATES)[number]

/** One of the two sides of a game. */
export const SIDES = ['home', 'away'] as const

/** One of the two sides of a game. */
export type Side = (typeof SIDES)[number]

/** What kind of game it is, each told by a checkbox. */
export const GAME_FLAGS = [
  'isConference',
  'isDivision',
  'isNational',
  'isNeutral',
  'isOverall',
  'isPostSeason',
  'isRegional',
  'isSuspended',
  'isWeatherDelay',
  'noContest',
  'statsCount',
] as const

/** Ranks of the two teams before the game. */
export const GAME_RANKS = [
  'conferenceAway',
  'conferenceHome',
  'divisionAway',
  'divisionHome',
  'nationalAway',
  'nationalHome',
  'regionalAway',
  'regionalHome',
] as const

/** One column of a line score. */
export type LineScorePeriod = {
  /** Inning, quarter or half, counted from 1. */
  period: number
  /** Points of this side in it; `X` where it did not have to bat any more. */
  score: 'X' | null | number
}

/** The line score of one side. */
export type LineScoreSide = {
  periods: LineScorePeriod[]
  /** Each attribute as it was sent, and those of its periods. */
  sent: JsonValue
}

/** Totals of one side, in the terms of the groups of a player's line. */
export type TotalsOfSide = {
  basketball?: Stats<(typeof BASKETBALL)[number]>
  batting?: Stats<(typeof BATTING)[number]>
  fielding?: Stats<(typeof FIELDING)[number]>
  pitching?: { inningsPitched?: string } & Stats<(typeof PITCHING)[number]>
  soccer?: Stats<(typeof SOCCER)[number]>
}

/** One play, in the order they happened. */
export type GamePlay = {
  /** Whoever is in it, as it was sent: who batted, ran, pitched, fielded, came in. */
  details: JsonValue[]
  /** In words. */
  narrative?: string
  /** Inning, quarter or half, counted from 1; `null` where it is not told. */
  period: null | number
  /** Each attribute of the play as it was sent. */
  sent: Record<string, string>
  /** Whose play it is. */
  side: null | Side
}

/** What is going on at this moment of a game of baseball or softball. */
export type GameSituation = {
  balls?: null | number
  batter?: null | string
  /** Who stands on first base. */
  first?: null | string
  /** Which half of the inning. */
  half?: 'bottom' | 'top' | null
  inning?: null | number
  outs?: null | number
  pitcher?: null | string
  second?: null | string
  strikes?: null | number
  third?: null | string
}

/** Runs, hits and errors of one side. */
export type GameLine = Stats<'errors' | 'hits' | 'leftOnBase' | 'runs'>

/** What the box score adds to a game. */
export type BoxScoreDocument = {
  attendance?: null | number
  awayLine?: GameLine
  /** All of it that stands nowhere else, as it was sent: venue, rules, starters, totals, status. */
  boxScore?: JsonValue
  /** For which `providerUpdatedAt` it was read. */
  boxScoreAsOf?: null | string
  boxScoreComplete?: boolean | null
  /** Since when it is known to be complete, ISO 8601 in UTC. */
  boxScoreCompletedAt?: null | string
  /** When it is looked at again for corrections, ISO 8601 in UTC. */
  boxScoreDueAt?: null | string
  /** The clock of the period, where there is one. */
  clock?: null | string
  /** As it is written: `2:45`. */
  duration?: null | string
  homeLine?: GameLine
  lineScore?: { away: LineScoreSide; home: LineScoreSide } | null
  /** Which period is being played, in a game that has no innings. */
  period?: null | number
  /** The day as the box score has it, which is that of the place. */
  playedOn?: null | string
  plays?: GamePlay[] | null
  /** Innings that the game is to have. */
  scheduledInnings?: null | number
  situation?: GameSituation | null
  totals?: { away: TotalsOfSide; home: TotalsOfSide } | null
  weather?: null | string
}

/** A mapped game, for the content collection `collegeGames`. */
export type CollegeGameDocument = {
  awayScore?: null | number
  awayTeam?: null | Reference
  flags?: { [Flag in (typeof GAME_FLAGS)[number]]?: boolean | null }
  /** The provider's code of the kind of game: `regular`. */
  gameType?: null | string
  /** As people read it: `Regular Season`. */
  gameTypeName?: null | string
  homeScore?: null | number
  homeTeam?: null | Reference
  links?: JsonValue
  notes?: null | string
  /** The provider's own words for the state: `Final - 8 innings`. */
  providerStatus?: null | string
  /** When the provider changed it last, ISO 8601 in UTC. */
  providerUpdatedAt?: null | string
  ranks?: { [Rank in (typeof GAME_RANKS)[number]]?: null | number }
  seasonId?: null | string
  sport?: null | string
  /** ISO 8601 in UTC. */
  startsAt?: null | string
  state?: GameState
  /** The provider's own number for the state. */
  statusCode?: null | number
  /** Whether the time of day is yet to be announced. */
  timeIsOpen?: boolean | null
  /** Name of the zone of the place: `America/New_York`. */
  timeZone?: null | string
  /** Made from the teams: `Owls at Tigers`. */
  title: string
  venue?: {
    address?: null | string
    city?: null | string
    name?: null | string
    state?: null | string
    zipCode?: null | string
  }
  /** Set only when the game is over. */
  winner?: 'draw' | null | Side
} & BoxScoreDocument
