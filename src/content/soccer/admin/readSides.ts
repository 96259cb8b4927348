import type { Match, Team } from '../stored/index.js'

/** One of the two teams of a match, as people are shown it. */
export type ShownSide = { logo: null | string; name: string }

/** A match whose relationships were read with it. */
export type WholeMatch = Match<number | string>

type Relation = WholeMatch['homeTeam']

const isTeam = (value: Relation): value is Team<number | string> =>
  typeof value === 'object' && value !== null

const toSide = (team: Relation, placeholder: null | string | undefined): ShownSide =>
  isTeam(team)
    ? { name: team.name, logo: team.logo ?? null }
    : { name: placeholder ?? '?', logo: null }

/** Both teams of a match, home first. */
export const readSides = (match: WholeMatch): readonly [ShownSide, ShownSide] => [
  toSide(match.homeTeam, match.homePlaceholder),
  toSide(match.awayTeam, match.awayPlaceholder),
]
