import type { Clash, ClashContext, FindClashes } from './Clash.js'

import { findCollisions } from './findCollisions.js'
import { findDuplicates } from './findDuplicates.js'
import { findExcess } from './findExcess.js'
import { findOverlaps } from './findOverlaps.js'
import { findQuotaExcess } from './findQuotaExcess.js'

const SEARCHES: readonly FindClashes[] = [
  findDuplicates,
  findExcess,
  findQuotaExcess,
  findOverlaps,
  findCollisions,
]

/** Everything that speaks against these schedules, what keeps one from being saved first. */
export const findClashes = async (context: ClashContext): Promise<Clash[]> => {
  const clashes: Clash[] = []
  for (const search of SEARCHES) {
    clashes.push(...(await search(context)))
  }
  return clashes.sort(
    (one, other) => Number(one.level === 'warning') - Number(other.level === 'warning'),
  )
}
