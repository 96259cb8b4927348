import type { Position } from '../../../world/types.js'

export const POSITIONS: Readonly<Record<Position, string>> = {
  attacker: 'Attacker',
  defender: 'Defender',
  goalkeeper: 'Goalkeeper',
  midfielder: 'Midfielder',
}
