import type { LEAGUE_TYPES } from '../documents/index.js'
import type { Country } from './Country.js'
import type { Related, StoredFields } from './Stored.js'

/** A league as a site reads it. `TId` is `number` or, in a project with UUIDs, `string`. */
export type League<TId extends number | string = number> = {
  active?: boolean | null
  country?: Related<TId, Country<TId>>
  /** URL of the logo. */
  logo?: null | string
  name: string
  /** For the address of its page. Made once, from country and name; unique. */
  slug?: null | string
  type?: (typeof LEAGUE_TYPES)[number] | null
} & StoredFields<TId>
