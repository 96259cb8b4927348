import type { Counts } from '../../run/Run.js'

import { COUNT_NAMES } from '../../run/Run.js'

/**
 * The columns of `syncLogs` that hold the counts; Payload names a group's column with both words.
 */
export const toCountColumns = (counts: Counts): Record<string, number> =>
  Object.fromEntries(COUNT_NAMES.map((name) => [`counts_${name}`, counts[name]]))
