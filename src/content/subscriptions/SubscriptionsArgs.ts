import type { CreateContentArgs } from '../../sdk/index.js'
import type { SubscriptionsTexts } from './texts/en.js'

/** Keys of the kit's collections. Each is its collection's default slug. */
export type SubscriptionsKey = 'apiUsage' | 'charges' | 'subscriptions'

/** What the factories of the kit's collections are handed. */
export type SubscriptionsArgs = CreateContentArgs<SubscriptionsKey, SubscriptionsTexts>
