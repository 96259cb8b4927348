import type { COVERAGE_FLAGS } from '../documents/index.js'
import type { League } from './League.js'
import type { Related, StoredFields } from './Stored.js'

/** What a provider has of a season. */
export type SeasonCoverage = { [Flag in (typeof COVERAGE_FLAGS)[number]]?: boolean | null }

/** A season as a site reads it. `TId` is `number` or, in a project with UUIDs, `string`. */
export type Season<TId extends number | string = number> = {
  coverage?: SeasonCoverage
  /** A day, at 12:00 UTC. */
  endDate?: null | string
  isCurrent?: boolean | null
  isFinished?: boolean | null
  league?: Related<TId, League<TId>>
  /** As shown: `2024/2025`. */
  name: string
  /** A day, at 12:00 UTC. */
  startDate?: null | string
  /** The year the season is named after; of a split season the first. */
  year?: null | number
} & StoredFields<TId>
