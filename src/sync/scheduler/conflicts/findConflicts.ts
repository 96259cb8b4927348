import type { FindConflicts } from './Conflict.js'

import { findCollisions } from './findCollisions.js'
import { findDuplicates } from './findDuplicates.js'
import { findExcess } from './findExcess.js'
import { findOverlaps } from './findOverlaps.js'
import { findQuotaExcess } from './findQuotaExcess.js'

const SEARCHES: readonly FindConflicts[] = [
  findDuplicates,
  findExcess,
  findQuotaExcess,
  findOverlaps,
  findCollisions,
]

/** Everything that speaks against these schedules, what keeps one from being saved first. */
export const findConflicts: FindConflicts = (context) =>
  SEARCHES.flatMap((search) => search(context)).sort(
    (one, other) => Number(one.level === 'warning') - Number(other.level === 'warning'),
  )
