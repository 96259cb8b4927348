import type { Names } from '../../../sdk/names/Names.js'
import type { QuotaStatus } from '../../../sync/operations/status/SyncStatus.js'

const numbers = new Intl.NumberFormat('en')

type FormatQuotaArgs = { names: Names; provider: string; quota: QuotaStatus }

/**
 * What is left of a budget in one line: `quota minute: 7 of 10 left, resets
 * 2026-05-01T17:40:00.000Z`.
 */
export const formatQuota = ({
  names,
  provider,
  quota: { name, limit, remaining, resetsAt, usedUpAt },
}: FormatQuotaArgs): string =>
  [
    `quota ${names.quota({ name, provider })}: ${numbers.format(remaining)}${limit === null ? '' : ` of ${numbers.format(limit)}`} left`,
    ...(resetsAt === null ? [] : [`resets ${resetsAt}`]),
    ...(usedUpAt === null ? [] : [`at this pace used up at ${usedUpAt}`]),
  ].join(', ')
