import type { ApiFootballFixture } from './fixtureSchema.js'

/** What stands for a team nobody knows yet. */
export const UNKNOWN_TEAM = 'TBD'

/** `Home – Away`, from the teams' names of today. */
export const toTitle = ({ teams: { away, home } }: ApiFootballFixture): string =>
  `${home.name?.trim() || UNKNOWN_TEAM} – ${away.name?.trim() || UNKNOWN_TEAM}`
