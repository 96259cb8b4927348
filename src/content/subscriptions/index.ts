import { defineContent } from '../../sdk/index.js'
import { createApiUsageCollection } from './collections/createApiUsageCollection.js'
import { createChargesCollection } from './collections/createChargesCollection.js'
import { createSubscriptionsCollection } from './collections/createSubscriptionsCollection.js'
import { chargeOverview, subscriptionOverview } from './money/chargeOverview.js'
import { readSpending } from './spending/readSpending.js'
import { texts } from './texts/index.js'

export * from './documents/index.js'
export { toPersonalId } from './identity/toPersonalId.js'
export { addDecimals, scaleDecimal, toDecimal } from './money/decimals.js'
export type { SubscriptionsKey } from './SubscriptionsArgs.js'

/** What a person pays: subscriptions, the charges they led to, and what was used of APIs. */
export const subscriptions = defineContent({
  name: 'subscriptions',
  collections: {
    subscriptions: {
      create: createSubscriptionsCollection,
      isPersonal: true,
      overview: subscriptionOverview,
    },

    charges: {
      create: createChargesCollection,
      isPersonal: true,
      overview: chargeOverview,
      relatesTo: ['subscriptions'],
    },

    apiUsage: { create: createApiUsageCollection, isPersonal: true },
  },
  group: 'groups:subscriptions',
  pages: [
    {
      component: 'payload-plugin-sync/content/subscriptions/rsc#SpendingPage',
      label: 'spending:title',
      path: '/spending',
      read: readSpending,
    },
  ],
  texts,
})
