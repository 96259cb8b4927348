import type { Reference } from '../../../sdk/index.js'
import type { CHARGE_KINDS, CHARGE_STATUSES, SOURCES } from './values.js'

/** A mapped charge, for the content collection `charges`. */
export type ChargeDocument = {
  /** All that was paid, tax included: a decimal as `toDecimal` makes one. */
  amount: string
  /** When it was charged. */
  chargedAt?: null | string
  /** Three capital letters of ISO 4217. */
  currency: string
  description?: null | string
  kind?: (typeof CHARGE_KINDS)[number] | null
  /** Last day of what was paid for, as `toDay` makes one. */
  periodEnd?: null | string
  /** First day of what was paid for, as `toDay` makes one. */
  periodStart?: null | string
  /** As people read it. */
  service: string
  source?: (typeof SOURCES)[number]
  status?: (typeof CHARGE_STATUSES)[number] | null
  subscription?: null | Reference
  /** How much of the amount is tax, where that is known. */
  tax?: null | string
}
