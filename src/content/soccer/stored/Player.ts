import type { PLAYER_POSITIONS } from '../documents/index.js'
import type { Country } from './Country.js'
import type { Related, RichText, StoredFields } from './Stored.js'
import type { Team } from './Team.js'

/** A player as a site reads it. `TId` is `number` or, in a project with UUIDs, `string`. */
export type Player<TId extends number | string = number> = {
  /** A day, at 12:00 UTC. */
  dateOfBirth?: null | string
  /** An editor's. */
  description?: null | RichText
  firstName?: null | string
  /** Centimetres. */
  height?: null | number
  lastName?: null | string
  name: string
  nationality?: Related<TId, Country<TId>>
  /** URL of the photo. */
  photo?: null | string
  position?: (typeof PLAYER_POSITIONS)[number] | null
  shirtNumber?: null | number
  /** For the address of its page. Made once, from the name; unique. */
  slug?: null | string
  team?: Related<TId, Team<TId>>
  /** Kilograms. */
  weight?: null | number
} & StoredFields<TId>
