import type { Side } from './toWinner.js'

/** What stands for a team nobody knows yet. */
export const UNKNOWN_TEAM = 'TBD'

/** `Home – Away`, from the teams' names of today. */
export const toTitle = ({ away, home }: Record<Side, null | string | undefined>): string =>
  `${home || UNKNOWN_TEAM} – ${away || UNKNOWN_TEAM}`
