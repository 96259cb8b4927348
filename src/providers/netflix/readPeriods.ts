import type { FileRow, OpenFiles } from '../../sdk/index.js'
import type { NetflixFile } from './netflixFiles.js'

import { toDecimal } from '../../content/subscriptions/index.js'
import { findDayOrder, readDay, readDecimal } from '../../sdk/index.js'

/** One line of the billing history, read. */
export type BillingRow = {
  /** What was paid with tax, exact; `undefined` where it cannot be read. */
  amount: string | undefined
  currency: string
  /** A day. */
  date: string | undefined
  isSettled: boolean
  isSubscription: boolean
  nextRenewal: string | undefined
  periodEnd: string | undefined
  /** A day. */
  periodStart: string | undefined
  status: string
  tax: string | undefined
  /** What the payment was: `SALE`, `CAPTURE`. */
  type: string
}

/** What was billed, by the first day of what was paid for. */
export type Billing = {
  /** Lines that could not be taken apart. */
  broken: FileRow[]
  /** In the order of their days, the oldest first. */
  periods: { key: string; rows: BillingRow[] }[]
  /** Lines of payments that name no period. */
  rest: BillingRow[]
}

const DATES = ['Transaction Date', 'Service Period Start Date', 'Service Period End Date']

/** The billing history of an archive, which is short: some lines for each month. */
export const readPeriods = async ({ rows }: OpenFiles<NetflixFile>): Promise<Billing> => {
  const broken: FileRow[] = []
  const all: FileRow[] = []
  for await (const row of rows('billing')) {
    if ('#problem' in row) {
      broken.push(row)
    } else {
      all.push(row)
    }
  }
  const order = findDayOrder(all.flatMap((row) => DATES.map((name) => row[name] ?? '')))
  const periods = new Map<string, BillingRow[]>()
  const rest: BillingRow[] = []
  for (const row of all.map((one) => toBillingRow({ order, row: one }))) {
    const key = row.periodStart ?? row.date
    if (!row.isSubscription || key === undefined) {
      rest.push(row)
    } else {
      periods.set(key, [...(periods.get(key) ?? []), row])
    }
  }
  return {
    broken,
    periods: [...periods]
      .map(([key, of]) => ({ key, rows: of }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    rest,
  }
}

type ToBillingRowArgs = { order: ReturnType<typeof findDayOrder>; row: FileRow }

const toBillingRow = ({ order, row }: ToBillingRowArgs): BillingRow => {
  const toDay = (name: string) => readDay({ order, text: row[name] ?? '' })
  const toWord = (name: string) => (row[name] ?? '').trim().toUpperCase()
  const currency = toWord('Currency')
  const toAmount = (name: string) => {
    const text = readDecimal({ currency, text: row[name] ?? '' })
    return text === undefined ? undefined : toDecimal(text)
  }
  return {
    type: toWord('Pmt Txn Type'),
    amount: toAmount('Gross Sale Amt'),
    currency,
    date: toDay('Transaction Date'),
    isSettled: toWord('Final Invoice Result') !== 'REVERSAL',
    isSubscription: toWord('Description') === 'SUBSCRIPTION',
    nextRenewal: toDay('Next Billing Date'),
    periodEnd: toDay('Service Period End Date'),
    periodStart: toDay('Service Period Start Date'),
    status: toWord('Pmt Status'),
    tax: toAmount('Tax Amt'),
  }
}
