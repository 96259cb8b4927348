import type { Reference } from '../../../sdk/references/Reference.js'

/** Who plays in a team. */
export const GENDERS = ['male', 'female', 'mixed'] as const

/** A mapped team, for the content collection `teams`. */
export type TeamDocument = {
  code?: null | string
  country?: null | Reference
  /** Year. */
  founded?: null | number
  gender?: (typeof GENDERS)[number] | null
  isNational?: boolean | null
  /** URL of the logo. */
  logo?: null | string
  name: string
  shortName?: null | string
  venue?: { capacity?: null | number; city?: null | string; name?: null | string }
}
