import type { Match, World } from '../../../dev/emulator/world/types.js'

import { matchAt } from '../../../dev/emulator/world/match/matchAt.js'
import { isFinished, isLive } from '../../../dev/emulator/world/match/stateAt.js'

type ToExpectedMatchArgs = { match: Match; now: number; world: World }

const NONE = { away: null, home: null }

/** How a match has to be stored, as the world knows it at a moment. */
export const toExpectedMatch = ({ match, now, world }: ToExpectedMatchArgs) => {
  const { minute, phaseScores, score, state, winner } = matchAt({
    match,
    now,
    squadOf: world.squadOf,
  })
  const nameOf = (id: number): string => world.teams.get(id)!.name
  const isOn = isLive(state)
  const isPlaying = isOn && /half/.test(state) && state !== 'half-time'
  const stateOfOthers = state === 'not-started' ? 'scheduled' : 'off'
  return {
    awayScore: score?.away ?? null,
    halftime: (state !== 'first-half' && phaseScores['first-half']) || NONE,
    homeScore: score?.home ?? null,
    minute: isPlaying ? minute : null,
    penalties: phaseScores.penalties ?? NONE,
    startsAt: new Date(match.startsAt).toISOString(),
    state: isOn ? 'live' : isFinished(state) ? 'finished' : stateOfOthers,
    title: `${nameOf(match.homeTeamId)} – ${nameOf(match.awayTeamId)}`,
    winner,
  }
}
