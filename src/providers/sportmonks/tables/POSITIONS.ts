import type { PlayerDocument } from '../../../content/soccer/index.js'

/** Positions by type id, seen in the recorded types. 28 is "Unknown"; coaches are `other`. */
export const POSITIONS: Readonly<Record<number, PlayerDocument['position']>> = {
  24: 'goalkeeper',
  25: 'defender',
  26: 'midfielder',
  27: 'attacker',
  28: null,
}
