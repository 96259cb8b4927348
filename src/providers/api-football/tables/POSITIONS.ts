import type { PlayerDocument } from '../../../content/soccer/index.js'

/** Positions by the word of a squad (seen in recordings). */
export const POSITIONS: Readonly<Record<string, PlayerDocument['position']>> = {
  Attacker: 'attacker',
  Defender: 'defender',
  Goalkeeper: 'goalkeeper',
  Midfielder: 'midfielder',
}
