import type { Reference } from '../../../sdk/references/Reference.js'

/** Where a player plays. */
export const PLAYER_POSITIONS = [
  'goalkeeper',
  'defender',
  'midfielder',
  'attacker',
  'other',
] as const

/** A mapped player, for the content collection `players`. */
export type PlayerDocument = {
  /** ISO 8601 date. */
  dateOfBirth?: null | string
  firstName?: null | string
  /** Centimetres. */
  height?: null | number
  lastName?: null | string
  name: string
  nationality?: null | Reference
  /** URL of the photo. */
  photo?: null | string
  position?: (typeof PLAYER_POSITIONS)[number] | null
  shirtNumber?: null | number
  team?: null | Reference
  /** Kilograms. */
  weight?: null | number
}
