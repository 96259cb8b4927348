import type { SportmonksFixture } from './fixtureSchema.js'

import { findParticipant } from './findParticipant.js'

/** What stands for a team nobody knows yet. */
export const UNKNOWN_TEAM = 'TBD'

/**
 * `Home – Away` from the teams' names of today. The fixture's own name may hold former ones, so it
 * counts only where no team is known.
 */
export const toTitle = (fixture: SportmonksFixture): string => {
  const [home, away] = (['home', 'away'] as const).map((side) => findParticipant({ fixture, side }))
  if (!home && !away && fixture.name) {
    return fixture.name
  }
  return `${home?.name || UNKNOWN_TEAM} – ${away?.name || UNKNOWN_TEAM}`
}
