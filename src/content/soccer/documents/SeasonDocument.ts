import type { Reference } from '../../../sdk/references/Reference.js'

/** Which data a provider has for a season. */
export const COVERAGE_FLAGS = [
  'fixtures',
  'events',
  'lineups',
  'statistics',
  'standings',
  'players',
  'injuries',
  'predictions',
  'odds',
] as const

/** A mapped season, for the content collection `seasons`. */
export type SeasonDocument = {
  coverage?: Partial<Record<(typeof COVERAGE_FLAGS)[number], boolean | null>>
  /** A day, at 12:00 UTC. */
  endDate?: null | string
  isCurrent?: boolean | null
  isFinished?: boolean | null
  league?: null | Reference
  /** As shown: `2024/2025`. */
  name: string
  /** A day, at 12:00 UTC. */
  startDate?: null | string
  /** The year the season is named after; of a split season the first. */
  year?: null | number
}
