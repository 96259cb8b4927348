import { toPersonalId } from '../../content/subscriptions/index.js'

/** As people read it. */
export const AMAZON_PRIME = 'Amazon Prime'

/** Of what is sold in many languages the name of it stays; channels and other services are apart. */
const PRIME = /\bprime\b|プライム/i
const OTHERS = /channel|prime\s+(?:gaming|reading)|unlimited|audible/i

/** What an ordered subscription is of, by the title it was sold under. */
export const toService = (title: string | undefined): string =>
  title === undefined || (PRIME.test(title) && !OTHERS.test(title)) ? AMAZON_PRIME : title

type ToSubscriptionIdArgs = {
  connection: string
  marketplace: string | undefined
  service: string
  /** The provider's id, as items of orders have it. */
  subscriptionId: string | undefined
}

/**
 * A membership is told by its marketplace: its id in the list of subscriptions is not that in the
 * orders, and these come in archives of their own. Every other service by the id in the orders.
 */
export const toSubscriptionId = ({
  connection,
  marketplace,
  service,
  subscriptionId,
}: ToSubscriptionIdArgs): string =>
  toPersonalId({
    connection,
    parts:
      service === AMAZON_PRIME
        ? ['prime', toMarketplace(marketplace)]
        : [subscriptionId ?? service],
  })

/** `www.amazon.it` and `Amazon.it` are one. */
const toMarketplace = (marketplace = 'amazon'): string =>
  marketplace
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
