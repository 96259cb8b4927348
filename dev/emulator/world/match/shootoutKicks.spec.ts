import { describe, expect, it } from 'vitest'

import { shootoutKicks } from './shootoutKicks.js'

describe('shootoutKicks', () => {
  it.each([
    [5, 3],
    [3, 5],
    [3, 0],
    [1, 0],
    [10, 9],
    [4, 4],
  ])('should end %i-%i with exactly these goals', (home, away) => {
    const goals = shootoutKicks({ away, home }).filter(({ isGoal }) => isGoal)

    expect(goals.filter(({ side }) => side === 'home')).toHaveLength(home)
    expect(goals.filter(({ side }) => side === 'away')).toHaveLength(away)
  })

  it('should stop when it is decided', () => {
    expect(shootoutKicks({ away: 0, home: 3 })).toHaveLength(6)
  })
})
