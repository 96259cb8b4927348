import type { GENDERS } from '../documents/index.js'
import type { Country } from './Country.js'
import type { Related, RichText, StoredFields } from './Stored.js'

/** Where a team is at home. */
export type TeamVenue = { capacity?: null | number; city?: null | string; name?: null | string }

/** A team as a site reads it. `TId` is `number` or, in a project with UUIDs, `string`. */
export type Team<TId extends number | string = number> = {
  code?: null | string
  country?: Related<TId, Country<TId>>
  /** An editor's. */
  description?: null | RichText
  /** Year. */
  founded?: null | number
  gender?: (typeof GENDERS)[number] | null
  isNational?: boolean | null
  /** Whether it only stands for a team that is not known yet: `Winner QF1`. */
  isPlaceholder?: boolean | null
  /** URL of the logo. */
  logo?: null | string
  name: string
  shortName?: null | string
  /** For the address of its page. Made once, from the name; unique. */
  slug?: null | string
  venue?: TeamVenue
} & StoredFields<TId>
