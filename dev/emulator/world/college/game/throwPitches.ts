import type { Random } from '../../createRandom.js'
import type { Outcome } from './outcomes.js'

export type Pitches = {
  /** Of the count before the last pitch, as the narrative tells it. */
  balls: number
  /** All that were no ball, the last one included. */
  strikes: number
  /** A letter each: B ball, K strike looking, S swinging, H hit by pitch, X in play. */
  text: string
}

const LAST_PITCH: Readonly<Partial<Record<Outcome, string>>> = {
  BB: 'B',
  HBP: 'H',
  K: 'S',
  KL: 'K',
}

/** The pitches to one batter, such that the last one leads to the outcome. */
export const throwPitches = ({
  outcome,
  random,
}: {
  outcome: Outcome
  random: Random
}): Pitches => {
  const isStrikeout = outcome === 'K' || outcome === 'KL'
  const balls = outcome === 'BB' ? 3 : random.int({ max: 3, min: 0 })
  const strikes = isStrikeout ? 2 : random.int({ max: 2, min: 0 })
  const before = random.shuffle([
    ...Array.from({ length: balls }, () => 'B'),
    ...Array.from({ length: strikes }, () => random.pick(['K', 'S'])),
  ])
  const text = `${before.join('')}${LAST_PITCH[outcome] ?? 'X'}`
  return { balls, strikes: text.replace(/[BH]/g, '').length, text }
}
