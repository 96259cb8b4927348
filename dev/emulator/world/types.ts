/** Everything that is or can be in an emulated world. No provider's wire format is known here. */

export type Country = {
  continent: Continent
  fifaCode: string
  id: number
  iso2: string
  iso3: string
  latitude: number
  longitude: number
  name: string
  officialName: string
}

export type Continent = 'Africa' | 'Asia' | 'Europe' | 'North America' | 'Oceania' | 'South America'

export type League = {
  /** File code of the source: `en.1`, `uefa.cl`, `mls`. */
  code: string
  countryId: number
  id: number
  kind: LeagueKind
  name: string
  shortCode: null | string
  /** 1 = first division or continental cup. */
  tier: number
}

export type LeagueKind = 'cup' | 'domestic' | 'international'

export type Season = {
  /** `YYYY-MM-DD` of the last match. */
  endsOn: string
  id: number
  leagueId: number
  /** `2024/2025`, or `2025` for a league that plays in a calendar year. */
  name: string
  stageIds: number[]
  /** `YYYY-MM-DD` of the first match. */
  startsOn: string
  teamIds: number[]
}

export type Stage = {
  endsOn: string
  id: number
  /** `rounds`: a table, played in numbered rounds. `knockout`: ties, no rounds. */
  kind: StageKind
  leagueId: number
  name: string
  roundIds: number[]
  seasonId: number
  /** 1 = first stage of its season. */
  sortOrder: number
  startsOn: string
}

export type StageKind = 'knockout' | 'rounds'

export type Round = {
  endsOn: string
  id: number
  leagueId: number
  /** A number, as text: `12`. */
  name: string
  seasonId: number
  stageId: number
  startsOn: string
}

export type Venue = {
  capacity: number
  cityName: string
  countryId: number
  id: number
  name: string
}

export type Team = {
  countryId: number
  founded: null | number
  id: number
  /** The source wrote "N.N.": it is not known yet who will play. */
  isPlaceholder: boolean
  name: string
  shortCode: string
  venueId: null | number
}

export type Position = 'attacker' | 'defender' | 'goalkeeper' | 'midfielder'

export type Player = {
  countryId: number
  /** `YYYY-MM-DD`. */
  dateOfBirth: null | string
  firstName: string
  /** Centimetres. */
  height: null | number
  id: number
  isCaptain: boolean
  lastName: string
  nationalityId: number
  position: Position
  shirtNumber: number
  teamId: number
  /** Kilograms. */
  weight: null | number
}

export type Score = { away: number; home: number }

/** As the source has it. Each score includes the one before it, except the shoot-out. */
export type Result = {
  /** After 120 minutes. */
  extraTime: null | Score
  /** After 90 minutes. */
  fullTime: Score
  halfTime: null | Score
  /** Shoot-out only. */
  penalties: null | Score
}

export type Match = {
  awayTeamId: number
  /** `A` when the match belongs to a lettered group. */
  group: null | string
  homeTeamId: number
  id: number
  leagueId: number
  leg: { number: number; of: number }
  /** The source's word for a match that did not go the usual way. */
  outcome: MatchOutcome | null
  result: null | Result
  roundId: null | number
  seasonId: number
  stageId: number
  /** Kick-off, milliseconds since 1970, UTC. */
  startsAt: number
  /** Shared by the legs of a two-legged tie, else `null`. */
  tieId: null | number
}

export type MatchOutcome = 'abandoned' | 'awarded' | 'cancelled' | 'postponed'

export type MatchState =
  | 'break-before-extra-time'
  | 'break-before-penalties'
  | 'extra-time-break'
  | 'extra-time-first-half'
  | 'extra-time-second-half'
  | 'finished'
  | 'finished-after-extra-time'
  | 'finished-after-penalties'
  | 'first-half'
  | 'half-time'
  | 'not-started'
  | 'penalties'
  | 'second-half'
  | MatchOutcome

export type Side = 'away' | 'home'

export type EventKind =
  | 'goal'
  | 'missed-penalty'
  | 'own-goal'
  | 'penalty-goal'
  | 'red-card'
  | 'second-yellow-card'
  | 'shootout-goal'
  | 'shootout-miss'
  | 'substitution'
  | 'yellow-card'

export type MatchEvent = {
  /** Minutes of added time (`45+2` has 2), else `null`. */
  addedMinute: null | number
  /** When it happened, milliseconds since 1970. */
  at: number
  /** Position in the match's whole timeline, from 0: with the match id it identifies the event. */
  index: number
  kind: EventKind
  minute: number
  /** The phase of the match in which it happened. */
  phase: PlayedPhase
  playerId: number
  /** Substitution: who leaves. Goal: who gave the pass. */
  relatedPlayerId: null | number
  /** Running score after a goal (shoot-out score after a shoot-out kick), else `null`. */
  score: null | Score
  /** The side the event counts for: an own goal counts for the side that gains by it. */
  side: Side
}

export type PlayedPhase =
  'extra-time-first-half' | 'extra-time-second-half' | 'first-half' | 'penalties' | 'second-half'

export type World = {
  countries: ReadonlyMap<number, Country>
  /** Source rows that repeated an earlier row and were left out. */
  droppedDuplicates: number
  leagues: ReadonlyMap<number, League>
  matches: ReadonlyMap<number, Match>
  /** Kick-off in [from, to], milliseconds; ordered by kick-off, then id. */
  matchesBetween: (args: { from: number; to: number }) => Match[]
  /** Ordered by kick-off, then id. Unknown ids give an empty list. */
  matchesOf: (args: { id: number; of: 'league' | 'round' | 'season' | 'stage' | 'team' }) => Match[]
  players: ReadonlyMap<number, Player>
  rounds: ReadonlyMap<number, Round>
  seasons: ReadonlyMap<number, Season>
  /** Goalkeepers first, attackers last. Unknown ids give an empty list. */
  squadOf: (teamId: number) => Player[]
  stages: ReadonlyMap<number, Stage>
  teams: ReadonlyMap<number, Team>
  venues: ReadonlyMap<number, Venue>
}
