export type { ApiUsageDocument } from './ApiUsageDocument.js'
export type { ChargeDocument } from './ChargeDocument.js'
export type { SubscriptionDocument } from './SubscriptionDocument.js'
export {
  CHARGE_KINDS,
  CHARGE_STATUSES,
  INTERVALS,
  SOURCES,
  SUBSCRIPTION_STATUSES,
} from './values.js'
