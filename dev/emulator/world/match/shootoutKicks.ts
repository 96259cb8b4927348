import type { Score, Side } from '../types.js'

export type Kick = { isGoal: boolean; side: Side }

/**
 * Kicks that lead to a real shoot-out score: the winner goes first, misses come last, and it stops
 * when it is decided. A score that no shoot-out can have (the source has a 4-4) still gets all its
 * goals.
 */
export const shootoutKicks = ({ away, home }: Score): Kick[] => {
  const order: Side[] = home >= away ? ['home', 'away'] : ['away', 'home']
  const goals = { away, home }
  const rounds = Math.max(5, home, away)
  const scored = { away: 0, home: 0 }
  const kicks: Kick[] = []

  for (let round = 1; round <= rounds; round += 1) {
    for (const [turn, side] of order.entries()) {
      const isGoal = scored[side] < goals[side]
      scored[side] += isGoal ? 1 : 0
      kicks.push({ isGoal, side })

      const [first, second] = order.map((each, index) => ({
        // Whoever goes second has one kick more left until the turn is over.
        left: rounds - round + (index > turn ? 1 : 0),
        scored: scored[each],
      })) as [Remaining, Remaining]
      const isDecided =
        first.scored > second.scored + second.left || second.scored > first.scored + first.left

      if (isDecided && scored.home === home && scored.away === away) {
        return kicks
      }
    }
  }
  return kicks
}

type Remaining = { left: number; scored: number }
