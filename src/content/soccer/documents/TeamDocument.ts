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
  /** Whether it only stands for a team that is not known yet: `Winner QF1`. */
  isPlaceholder?: boolean | null
  /** URL of the logo. */
  logo?: null | string
  name: string
  shortName?: null | string
  venue?: { capacity?: null | number; city?: null | string; name?: null | string }
}
