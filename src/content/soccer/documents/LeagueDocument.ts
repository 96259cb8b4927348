import type { Reference } from '../../../sdk/references/Reference.js'

/** What kinds of league there are. */
export const LEAGUE_TYPES = ['league', 'cup', 'friendly', 'other'] as const

/** A mapped league, for the content collection `leagues`. */
export type LeagueDocument = {
  active?: boolean | null
  country?: null | Reference
  /** URL of the logo. */
  logo?: null | string
  name: string
  type?: (typeof LEAGUE_TYPES)[number] | null
}
