import type { QuotaStatus } from '../../../sync/operations/status/SyncStatus.js'

const numbers = new Intl.NumberFormat('en')

/**
 * What is left of a budget in one line: `quota minute: 7 of 10 left, resets
 * 2026-05-01T17:40:00.000Z`.
 */
export const formatQuota = ({ name, limit, remaining, resetsAt, usedUpAt }: QuotaStatus): string =>
  [
    `quota ${name}: ${numbers.format(remaining)}${limit === null ? '' : ` of ${numbers.format(limit)}`} left`,
    ...(resetsAt === null ? [] : [`resets ${resetsAt}`]),
    ...(usedUpAt === null ? [] : [`at this pace used up at ${usedUpAt}`]),
  ].join(', ')
