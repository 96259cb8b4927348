import type { Random } from '../../createRandom.js'
import type { Play } from './Play.js'
import type { Dugout } from './playGame.js'

import { playAtBat } from './playAtBat.js'
import { bringReliever, pinchHit } from './substitute.js'

/** Somebody on base, and what his run would cost. */
export type Runner = { id: string; isEarned: boolean; pitcherId: string }

export type Bases = [first: null | Runner, second: null | Runner, third: null | Runner]

/** What an at-bat looks at and changes. */
export type HalfInning = {
  bases: Bases
  batting: Dugout
  fielding: Dugout
  outs: number
}

export type UntimedPlay = Omit<Play, 'at'>

/** Three outs, or until the home side wins by a run that it scores last. */
export const playHalfInning = ({
  batting,
  fielding,
  inning,
  isLast,
  random,
}: {
  batting: Dugout
  fielding: Dugout
  inning: number
  isLast: boolean
  random: Random
}): UntimedPlay[] => {
  const plays: UntimedPlay[] = []
  const half: HalfInning = { bases: [null, null, null], batting, fielding, outs: 0 }
  const add = (play: Omit<UntimedPlay, 'half' | 'inning' | 'leftOnBase'>): void => {
    plays.push({ ...play, half: batting.side, inning, leftOnBase: null })
  }

  if (inning >= 5 && fielding.bullpen.length > 0 && random.chance(0.35)) {
    add(bringReliever({ half }))
  }
  const isWon = (): boolean => isLast && batting.side === 'H' && batting.runs > fielding.runs
  while (half.outs < 3 && !isWon()) {
    if (inning >= 7 && batting.bench.length > 0 && random.chance(0.08)) {
      add(pinchHit({ half }))
    }
    add(playAtBat({ half, random }))
  }
  const last = plays.at(-1)!
  last.leftOnBase = half.bases.filter((runner) => runner !== null).length
  return plays
}
