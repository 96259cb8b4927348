import type { SeasonSpan } from './SeasonSpan.js'

/** A season that earlier runs stored, with what a choice between them needs to know. */
export type StoredSeason = {
  isCurrent: boolean
  label: string
  leagueId: number
  year: number
} & SeasonSpan
