import type { World } from '../types.js'

import { matchAt } from './matchAt.js'
import { isFinished, stateAt } from './stateAt.js'

export type Standing = {
  /** Goal difference. */
  difference: number
  goals: number
  points: number
  /** 1 = first. */
  position: number
  teamId: number
}

/**
 * The table of a stage that is played in rounds, from its finished matches: three points for a
 * win; then goal difference, goals, team id. Real leagues have finer rules and deduct points.
 */
export const standingsAt = ({
  now,
  stageId,
  world,
}: {
  now: number
  stageId: number
  world: World
}): Standing[] => {
  const rows = new Map<number, Omit<Standing, 'position'>>()
  const add = (teamId: number, goals: number, conceded: number, isCounted: boolean): void => {
    const row = rows.get(teamId) ?? { difference: 0, goals: 0, points: 0, teamId }
    if (isCounted) {
      row.difference += goals - conceded
      row.goals += goals
      row.points += goals > conceded ? 3 : goals === conceded ? 1 : 0
    }
    rows.set(teamId, row)
  }

  for (const match of world.matchesOf({ id: stageId, of: 'stage' })) {
    const isOver = isFinished(stateAt({ match, now }).state)
    const score = isOver ? matchAt({ match, now, squadOf: world.squadOf }).score : null
    add(match.homeTeamId, score?.home ?? 0, score?.away ?? 0, score !== null)
    add(match.awayTeamId, score?.away ?? 0, score?.home ?? 0, score !== null)
  }
  return [...rows.values()]
    .sort(
      (a, b) =>
        b.points - a.points ||
        b.difference - a.difference ||
        b.goals - a.goals ||
        a.teamId - b.teamId,
    )
    .map((row, index) => ({ ...row, position: index + 1 }))
}
