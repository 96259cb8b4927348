/** Codes of sports as the provider writes them. */
export type Sport = 'bsb' | 'sball'

export type Side = 'H' | 'V'

export type CollegeSeason = {
  /** Milliseconds. */
  endsAt: number
  id: string
  name: string
  sport: Sport
  startsAt: number
  teamIds: string[]
  year: number
}

export type CollegeTeam = {
  code: string
  id: string
  /** Some hold an ampersand or an apostrophe. */
  name: string
  seasonId: string
  squad: CollegePlayer[]
  /** Rows of the roster that are no players: coaches. They have no id. */
  staff: { firstName: string; lastName: string; position: string }[]
}

export type CollegePlayer = {
  bats: 'L' | 'R' | 'S'
  /** How the name is spelt from the second week on, where it was misspelt before. */
  correctedName?: string
  firstName: string
  /** `6-2` */
  height: string
  hometown: string
  id: string
  lastName: string
  position: Position
  throws: 'L' | 'R'
  uniform: string
  weight: number
  /** `Fr`, `So`, `Jr` or `Sr`. */
  year: string
}

export const FIELD_POSITIONS = ['c', '1b', '2b', '3b', 'ss', 'lf', 'cf', 'rf'] as const

export type Position = 'dh' | 'p' | (typeof FIELD_POSITIONS)[number]

/** What is on the schedule. */
export type CollegeGame = {
  /** `null`: not known yet who plays. */
  awayId: null | string
  /** Milliseconds after the end at which a hit of the home side is made an error. */
  correctedAfterMs: null | number
  homeId: null | string
  id: string
  innings: number
  /** A copy of another event that is never played. */
  isPhantom: boolean
  /** Whether the scorer writes while it is played, or sends all of it some time after the end. */
  scoring: 'after' | 'live'
  seasonId: string
  /** Milliseconds. */
  startsAt: number
  /** It stops at this inning and goes on so many milliseconds later. */
  suspended: { inning: number; resumesAfterMs: number } | null
  timeZone: 'America/Chicago' | 'America/New_York'
}

export type CollegeWorld = {
  games: ReadonlyMap<string, CollegeGame>
  gamesOfSeason: (seasonId: string) => CollegeGame[]
  gamesOfTeam: (teamId: string) => CollegeGame[]
  seasons: ReadonlyMap<string, CollegeSeason>
  teams: ReadonlyMap<string, CollegeTeam>
}
