import type { RecordOverview } from '../../../sdk/index.js'
import type { ChargeDocument, SubscriptionDocument } from '../documents/index.js'

import { addDecimals } from './decimals.js'

/** What became of a charge that costs something. */
const COUNTED: readonly ChargeDocument['status'][] = ['paid', 'open']

/** Charges by kind and by what became of them, by year, and what they cost in each currency. */
export const chargeOverview: RecordOverview = {
  add: addDecimals,
  read: (document) => {
    const { amount, chargedAt, currency, kind, periodStart, status } =
      document as Partial<ChargeDocument>
    const day = chargedAt ?? periodStart
    return {
      ...(amount !== undefined &&
        currency !== undefined &&
        COUNTED.includes(status) && { amount: { unit: currency, value: amount } }),
      ...(day && { day }),
      groups: { ...(kind && { kind }), ...(status && { status }) },
    }
  },
}

/** Subscriptions by how they stand. */
export const subscriptionOverview: RecordOverview = {
  add: addDecimals,
  read: (document) => {
    const { started, status } = document as Partial<SubscriptionDocument>
    return { ...(started && { day: started }), groups: { ...(status && { status }) } }
  },
}
