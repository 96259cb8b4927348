import type { Reference } from '../../../sdk/index.js'

/** A mapped team of one season, for the content collection `collegeTeams`. */
export type CollegeTeamDocument = {
  /** URL. */
  logo?: null | string
  name: string
  /** Who the season belongs to: a conference, an association. */
  organization?: null | string
  /** The provider's id of the season before, where it says so. */
  previousSeasonId?: null | string
  /** ISO 8601 day. */
  seasonEnd?: null | string
  /** The provider's id of the season. A new season has a new team. */
  seasonId?: null | string
  /** As people read it. */
  seasonName?: null | string
  /** ISO 8601 day. */
  seasonStart?: null | string
  /** The provider's code of the sport: `bsb`. */
  sport?: null | string
  /** As people read it: `Baseball`. */
  sportName?: null | string
}

/** A mapped player on the roster of one team, for the content collection `collegePlayers`. */
export type CollegePlayerDocument = {
  bats?: null | string
  /** What ties the player of one season to that of another, where the provider knows it. */
  careerId?: null | string
  /** Freshman, sophomore, junior or senior, in the provider's words. */
  classYear?: null | string
  /** ISO 8601 day. */
  dateOfBirth?: null | string
  firstName?: null | string
  /** As it is written: `6-2`. */
  height?: null | string
  /** The same in inches: 74. */
  heightInches?: null | number
  hometown?: null | string
  isActive?: boolean | null
  lastName?: null | string
  name: string
  /** URL. */
  photo?: null | string
  /** In the provider's words; several are joined by a slash: `C/1B`. */
  position?: null | string
  /** The provider's own word: `ACTIVE`. */
  status?: null | string
  team?: null | Reference
  throws?: null | string
  /** As it is worn: `07`. */
  uniform?: null | string
  /** Pounds. */
  weight?: null | number
}

/** What the totals of a stretch of games are of. */
export const SEASON_STATS_KINDS = ['team', 'player', 'career'] as const

/** What the totals of a stretch of games are of. */
export type SeasonStatsKind = (typeof SEASON_STATS_KINDS)[number]
