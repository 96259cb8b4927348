/**
 * How a subscription stands: `cancelled` still runs to the end of what was paid, `ended` is over,
 * `free` is the free level of a service, and `unknown` is what nobody has said.
 */
export const SUBSCRIPTION_STATUSES = [
  'active',
  'trial',
  'paused',
  'cancelled',
  'ended',
  'free',
  'unknown',
] as const

/** What an interval between two renewals is counted in. */
export const INTERVALS = ['day', 'week', 'month', 'year'] as const

/** What a charge is for. A refund has a negative amount. */
export const CHARGE_KINDS = ['subscription', 'usage', 'trial', 'refund', 'other'] as const

/** What became of a charge: only what is `paid` or `open` counts. `open` is still growing. */
export const CHARGE_STATUSES = ['paid', 'open', 'pending', 'failed', 'reversed', 'unknown'] as const

/** Where a document comes from: an API, a file that was imported, or a person. */
export const SOURCES = ['api', 'file', 'manual'] as const
