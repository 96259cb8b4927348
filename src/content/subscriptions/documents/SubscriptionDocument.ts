import type { INTERVALS, SOURCES, SUBSCRIPTION_STATUSES } from './values.js'

/** A mapped subscription, for the content collection `subscriptions`. */
export type SubscriptionDocument = {
  /** Three capital letters of ISO 4217. */
  currency?: null | string
  /** A day, as `toDay` makes one. */
  ended?: null | string
  interval?: (typeof INTERVALS)[number] | null
  /** How many of `interval` lie between two renewals: a quarter is 3 months. @default 1 */
  intervalCount?: null | number
  /** A day, as `toDay` makes one. */
  nextRenewal?: null | string
  /** As the service calls it. */
  plan?: null | string
  /** What a renewal costs, tax included: a decimal as `toDecimal` makes one. */
  price?: null | string
  /** As people read it: `Spotify`. */
  service: string
  source?: (typeof SOURCES)[number]
  /** A day, as `toDay` makes one. */
  started?: null | string
  status?: (typeof SUBSCRIPTION_STATUSES)[number] | null
}
