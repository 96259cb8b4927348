import type { Payload } from 'payload'

import { z } from 'zod'

import type { Retention } from '../../../sync/store/retention/PRUNED.js'

import { PRUNED_KEYS } from '../../../sync/store/retention/PRUNED.js'

/** How long something is kept that is over. */
export type KeepOptions = {
  /** Days after which it goes. `0`: however old it is. */
  days?: number
  /** How many of the newest are kept. `0`: however many there are. */
  most?: number
}

/** What becomes of what is over. Sums in metrics and status stay whatever goes. */
export type RetentionOptions = {
  /**
   * Told before documents go, up to 500 at once, oldest first: to keep a copy elsewhere. What it
   * throws keeps them, until the next hour.
   *
   * @default nobody is told
   */
  beforePrune?: (args: {
    /** Slug of their collection. */
    collection: string
    documents: readonly Record<string, unknown>[]
    payload: Payload
  }) => Promise<void> | void
  /** What was sent to channels, or given up. Each stays for three days. @default 30 days, 20_000 */
  deliveries?: false | KeepOptions
  /** Issues that are resolved; those that a person ignores stay. @default 90 days, 50_000 */
  issues?: false | KeepOptions
  /**
   * Runs that ended. The last completed one of each resource and connection always stays, and so
   * does each for an hour.
   *
   * @default 90 days, 20_000
   */
  logs?: false | KeepOptions
  /** What the bell tells, by when something was added last. @default 90 days, 5_000 */
  notifications?: false | KeepOptions
  /**
   * Records that cannot be stored, by when they were sent last: those that come with every sync
   * stay, and those that a person ignores.
   *
   * @default 180 days, 20_000
   */
  quarantine?: false | KeepOptions
}

const keepSchema = z
  .union([
    z.literal(false),
    z.strictObject({ days: z.int().min(0).optional(), most: z.int().min(0).optional() }),
  ])
  .optional()

const isFunction = (value: unknown): boolean => typeof value === 'function'

export const retentionSchema = z.strictObject({
  beforePrune: z.unknown().refine(isFunction, 'expected a function').optional(),
  deliveries: keepSchema,
  issues: keepSchema,
  logs: keepSchema,
  notifications: keepSchema,
  quarantine: keepSchema,
})

const DEFAULTS = {
  deliveries: { days: 30, most: 20_000 },
  issues: { days: 90, most: 50_000 },
  logs: { days: 90, most: 20_000 },
  notifications: { days: 90, most: 5_000 },
  quarantine: { days: 180, most: 20_000 },
} as const

/** The same with every default; what is kept for ever is left out. */
export const resolveRetention = ({ beforePrune, ...kinds }: RetentionOptions = {}): Retention => ({
  beforePrune,
  keep: Object.fromEntries(
    PRUNED_KEYS.flatMap((key) => {
      const given = kinds[key]
      return given === false ? [] : [[key, { ...DEFAULTS[key], ...given }]]
    }),
  ),
})
