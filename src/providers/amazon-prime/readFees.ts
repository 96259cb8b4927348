import type { FileRow, OpenFiles } from '../../sdk/index.js'
import type { AmazonFile } from './amazonFiles.js'

import { addDecimals, toDecimal } from '../../content/subscriptions/index.js'
import { readDay, readDecimal } from '../../sdk/index.js'
import { findOrder, readSubscriptionId, readValue } from './amazonFiles.js'
import { toService, toSubscriptionId } from './services.js'

/** One ordered item of a subscription. */
export type Fee = {
  /** All that was paid, exact; `undefined` where it cannot be read. */
  amount: string | undefined
  connection: string
  currency: string | undefined
  /** A day. */
  date: string | undefined
  itemId: string
  orderId: string | undefined
  /** What was paid back of it, as a negative decimal. */
  refund: string | undefined
  service: string
  /** The externalId of what it belongs to. */
  subscription: string
  tax: string | undefined
  title: string | undefined
}

export type Fees = {
  /** Lines that could not be taken apart. */
  broken: FileRow[]
  /** The oldest first. */
  fees: Fee[]
}

/**
 * The items of orders that belong to a subscription, of orders that were not cancelled. The price is
 * `OurPrice`: what is called its tax is the price again in some countries. How much of it is tax
 * says the list of payments alone, where it has the item; it also tells whether the tax comes on
 * top of the price, and what was paid back.
 */
export const readFees = async (files: OpenFiles<AmazonFile>): Promise<Fees> => {
  const broken: FileRow[] = []
  const items = new Map<string, FileRow>()
  const order = await findOrder(files)
  for await (const row of files.rows('items')) {
    if ('#problem' in row) {
      broken.push(row)
    } else if (readSubscriptionId(row.SubscriptionOrderInfoList) !== undefined) {
      // One archive may have the same list twice.
      items.set(toItemId(row), row)
    }
  }
  const cancelled = await findCancelled({ files, orders: items.values() })
  const payments = await readPayments({ files, items })
  const fees = [...items]
    .filter(([, row]) => !cancelled.has(readValue(row, 'OrderId') ?? ''))
    .map(([itemId, row]) =>
      toFee({ connection: files.connection, itemId, order, payments: payments.get(itemId), row }),
    )
  return { broken, fees: fees.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1)) }
}

const toItemId = (row: FileRow): string =>
  readValue(row, 'DigitalOrderItemId') ?? readValue(row, 'OrderId') ?? row.OrderDate ?? ''

type FindCancelledArgs = { files: OpenFiles<AmazonFile>; orders: Iterable<FileRow> }

/** Orders of which no money was taken. */
const findCancelled = async ({ files, orders }: FindCancelledArgs): Promise<Set<string>> => {
  const wanted = new Set([...orders].map((row) => readValue(row, 'OrderId')))
  const cancelled = new Set<string>()
  for await (const row of files.rows('orders')) {
    const id = readValue(row, 'OrderId')
    if (id !== undefined && wanted.has(id) && /cancel/i.test(row.OrderStatus ?? '')) {
      cancelled.add(id)
    }
  }
  return cancelled
}

/** Exact decimals. */
type Payments = { back: string[]; price: string[]; tax: string[] }

type ReadPaymentsArgs = {
  files: OpenFiles<AmazonFile>
  items: ReadonlyMap<string, FileRow>
}

const readPayments = async ({ files, items }: ReadPaymentsArgs): Promise<Map<string, Payments>> => {
  const payments = new Map<string, Payments>()
  for await (const row of files.rows('monetary')) {
    const id = readValue(row, 'DigitalOrderItemId')
    const currency = readValue(row, 'BaseCurrencyCode')
    const amount = toAmount({ currency, text: readValue(row, 'TransactionAmount') })
    if (id === undefined || amount === undefined || !items.has(id)) {
      continue
    }
    const of = payments.get(id) ?? { back: [], price: [], tax: [] }
    payments.set(id, of)
    const isTax = /tax|vat/i.test(row.MonetaryComponentTypeCode ?? '')
    of[amount.startsWith('-') ? 'back' : isTax ? 'tax' : 'price'].push(amount)
  }
  return payments
}

type ToAmountArgs = { currency: string | undefined; text: string | undefined }

const toAmount = ({ currency, text }: ToAmountArgs): string | undefined => {
  const decimal = text === undefined ? undefined : readDecimal({ currency, text })
  return decimal === undefined ? undefined : toDecimal(decimal)
}

type ToFeeArgs = {
  connection: string
  itemId: string
  order: Awaited<ReturnType<typeof findOrder>>
  payments: Payments | undefined
  row: FileRow
}

const toFee = ({ connection, itemId, order, payments, row }: ToFeeArgs): Fee => {
  const currency = (
    readValue(row, 'OurPriceCurrencyCode') ?? readValue(row, 'BaseCurrencyCode')
  )?.toUpperCase()
  const price = toAmount({ currency, text: readValue(row, 'OurPrice') })
  const title = readValue(row, 'Title')
  const service = toService(title)
  const tax = payments && payments.tax.length > 0 ? addDecimals(payments.tax) : undefined
  const isOnTop = price !== undefined && payments && addDecimals(payments.price) === price
  return {
    amount: isOnTop && tax !== undefined ? addDecimals([price, tax]) : price,
    connection,
    currency,
    date: readDay({ order, text: row.OrderDate ?? '' }),
    itemId,
    orderId: readValue(row, 'OrderId'),
    refund: payments && payments.back.length > 0 ? addDecimals(payments.back) : undefined,
    service,
    subscription: toSubscriptionId({
      connection,
      marketplace: readValue(row, 'Marketplace'),
      service,
      subscriptionId: readSubscriptionId(row.SubscriptionOrderInfoList),
    }),
    tax,
    title,
  }
}
