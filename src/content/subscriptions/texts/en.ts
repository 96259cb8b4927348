/** English; the other languages are held to its shape. */
export const en = {
  collections: {
    apiUsage: { plural: 'API usage', singular: 'API usage' },
    charges: { plural: 'Charges', singular: 'Charge' },
    subscriptions: { plural: 'Subscriptions', singular: 'Subscription' },
  },
  descriptions: {
    charges: 'What you were charged. Charges that no service tells of can be entered by hand.',
    subscriptions:
      'What you subscribe to. Complete by hand what a service does not tell: price, renewal.',
  },
  errors: {
    currency: 'Three letters, such as EUR.',
    decimal: 'A decimal number, such as 9.99.',
  },
  fields: {
    amount: 'Amount (with tax)',
    cachedTokens: 'Cached tokens',
    chargedAt: 'Charged on',
    currency: 'Currency',
    day: 'Day',
    description: 'Description',
    ended: 'Ended',
    inputTokens: 'Input tokens',
    interval: 'Interval',
    intervalCount: 'Renews every',
    kind: 'Kind',
    model: 'Model',
    nextRenewal: 'Next renewal',
    notes: 'Notes',
    outputTokens: 'Output tokens',
    periodEnd: 'Period to',
    periodStart: 'Period from',
    plan: 'Plan',
    price: 'Price (with tax)',
    requests: 'Requests',
    service: 'Service',
    source: 'Source',
    started: 'Started',
    status: 'Status',
    subscription: 'Subscription',
    tax: 'Of which tax',
    tokens: 'Tokens',
  },
  groups: {
    subscriptions: 'Subscriptions',
  },
  options: {
    chargeKind: {
      other: 'Other',
      refund: 'Refund',
      subscription: 'Subscription',
      trial: 'Free trial',
      usage: 'Usage',
    },
    chargeStatus: {
      failed: 'Failed',
      open: 'Still growing',
      paid: 'Paid',
      pending: 'Pending',
      reversed: 'Reversed',
      unknown: 'Unknown',
    },
    interval: {
      day: 'Days',
      month: 'Months',
      week: 'Weeks',
      year: 'Years',
    },
    source: {
      api: 'Service',
      file: 'File',
      manual: 'By hand',
    },
    subscriptionStatus: {
      active: 'Active',
      cancelled: 'Cancelled',
      ended: 'Ended',
      free: 'Free',
      paused: 'Paused',
      trial: 'Free trial',
      unknown: 'Unknown',
    },
  },
  tabs: {
    general: 'General',
  },
}

export type SubscriptionsTexts = typeof en
