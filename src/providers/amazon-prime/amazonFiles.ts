import type { FileRow, OpenFiles } from '../../sdk/index.js'

import { findDayOrder, importFile, readDay } from '../../sdk/index.js'

/** The archive "Request My Data", of one topic or of several, or a single file of it. */
export const amazonFiles = importFile({
  date: async (files) => {
    const days: string[] = []
    const order = await findOrder(files)
    for await (const { OrderDate = '' } of files.rows('items')) {
      days.push(readDay({ order, text: OrderDate }) ?? '')
    }
    for await (const row of files.rows('subscriptions')) {
      for (const name of ['SubscriptionStatusDate', 'BillingPeriodStartDate']) {
        days.push(readDay({ order, text: row[name] ?? '' }) ?? '')
      }
    }
    const newest = days.reduce((last, day) => (day > last ? day : last), '')
    return newest ? new Date(`${newest}T00:00:00Z`) : undefined
  },
  files: {
    items: {
      columns: ['OrderId', 'OrderDate', 'OurPrice', 'SubscriptionOrderInfoList'],
      names: ['Digital Items.csv'],
      optionalColumns: [
        'Title',
        'DigitalOrderItemId',
        'BaseCurrencyCode',
        'OurPriceCurrencyCode',
        'Marketplace',
      ],
      unquotedColumn: 'Title',
    },
    monetary: {
      columns: ['DigitalOrderItemId', 'TransactionAmount', 'MonetaryComponentTypeCode'],
      names: ['Digital Orders Monetary.csv'],
      optionalColumns: ['BaseCurrencyCode'],
    },
    orders: {
      columns: ['OrderId', 'OrderStatus'],
      names: ['Digital Orders.csv'],
    },
    subscriptions: {
      columns: ['SubscriptionId', 'SubscriptionStatus', 'ServiceProvider'],
      names: ['Subscriptions.csv'],
      optionalColumns: [
        'Marketplace',
        'Autorenew',
        'SubscriptionStartDate',
        'SubscriptionStatusDate',
        'ContractTimeInterval',
        'NextBillDate',
        'NextBillAmount',
        'BaseCurrencyCode',
        'BillingPeriodStartDate',
        'ContractEndDate',
      ],
      unquotedColumn: 'ShippingAddress',
    },
  },
  skipped: [
    {
      label: 'Viewing history',
      names: ['Digital.PrimeVideo.Viewinghistory*.csv', 'Digital.PrimeVideo.ViewCounts*.csv'],
    },
    { label: 'Watchlist', names: ['Digital.PrimeVideo.Watchlist*.csv'] },
    { label: 'Other orders', names: ['Retail.OrderHistory*.csv'] },
  ],
})

/** What the archive has of it. */
export type AmazonFile = keyof typeof amazonFiles.files

/** Dates that only together tell which of two numbers is the day. */
export const findOrder = async ({ rows }: Pick<OpenFiles<AmazonFile>, 'rows'>) => {
  const texts: string[] = []
  for await (const { OrderDate = '', SubscriptionOrderInfoList } of rows('items')) {
    if (isSubscription(SubscriptionOrderInfoList)) {
      texts.push(OrderDate)
    }
  }
  for await (const row of rows('subscriptions')) {
    texts.push(row.SubscriptionStartDate ?? '', row.NextBillDate ?? '')
  }
  return findDayOrder(texts)
}

const OWN_ID = /subscriptionId:\s*([\w-]+)/i

/** The id of the subscription that an ordered item belongs to; `undefined` for any other item. */
export const readSubscriptionId = (list: string | undefined): string | undefined =>
  OWN_ID.exec(list ?? '')?.[1]

const isSubscription = (list: string | undefined): boolean => readSubscriptionId(list) !== undefined

const NOTHING = new Set(['', '-', 'n/a', 'na', 'none', 'not applicable', 'not available', 'null'])

/** A value of a row; `undefined` for the many ways in which archives say that there is none. */
export const readValue = (row: FileRow, name: string): string | undefined => {
  const text = row[name]?.trim()
  return text === undefined || NOTHING.has(text.toLowerCase()) ? undefined : text
}
