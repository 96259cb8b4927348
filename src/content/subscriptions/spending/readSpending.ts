import type { PagePowers } from '../../../sdk/index.js'
import type { SubscriptionsKey } from '../SubscriptionsArgs.js'
import type { CurrencyTotal, PeriodLine, ServiceLine, Spending } from './Spending.js'

import { addDecimals, toDecimal } from '../money/decimals.js'
import { findChanges } from './findChanges.js'
import { findNextRenewal, perMonth, perYear } from './intervals.js'

type Powers = PagePowers<SubscriptionsKey>
type Row = Record<string, unknown>

const textOf = (value: unknown): null | string =>
  typeof value === 'string' && value !== '' ? value : null

/** Whoever has a price by hand and is not told the level still pays. */
const RUNNING = ['active', 'unknown']

/** What counts as money that went: what is still growing too. */
const PAID = { status: ['paid', 'open'] }

const MONTHS = 12
const MOST_RENEWALS = 10
const MOST_CHANGES = 10

/** Everything the page shows, of the person who looks at it. Each currency is added up apart. */
export const readSpending = async ({ find, now, sum }: Powers): Promise<Spending> => {
  const charged = { by: ['currency'], collection: 'charges', field: 'amount', where: PAID } as const
  const [rows, byMonth, byYear, byService, charges] = await Promise.all([
    find({ collection: 'subscriptions', sort: 'service' }),
    sum({ ...charged, period: { field: 'chargedAt', unit: 'month' } }),
    sum({ ...charged, period: { field: 'chargedAt', unit: 'year' } }),
    sum({
      ...charged,
      by: ['service', 'currency'],
      period: { field: 'chargedAt', unit: 'month' },
    }),
    find({
      collection: 'charges',
      limit: 5000,
      sort: 'chargedAt',
      where: {
        and: [
          { kind: { equals: 'subscription' } },
          { status: { equals: 'paid' } },
          { chargedAt: { exists: true } },
        ],
      },
    }),
  ])
  const months = listMonths(now)
  const recent = new Set(months)
  const subscribed = rows.map((row) => toLine(row, now))
  const lines = withCharges({
    lines: subscribed,
    sums: byService.filter(({ period }) => period !== null && recent.has(period)),
  })
  const toLines = (periods: readonly string[], sums: typeof byMonth): PeriodLine[] =>
    periods.map((period) => ({
      period,
      sums: Object.fromEntries(
        sums
          .filter((one) => one.period === period)
          .map(({ by, sum: amount }) => [by.currency ?? '', toDecimal(amount) ?? amount]),
      ),
    }))
  const years = [...new Set(byYear.flatMap(({ period }) => period ?? []))].sort().reverse()
  return {
    changes: findChanges(charges).slice(0, MOST_CHANGES),
    currencies: toTotals({
      byMonth: byMonth.filter(({ period }) => recent.has(period ?? '')),
      lines,
    }),
    months: toLines(months, byMonth),
    renewals: subscribed
      .flatMap(({ currency, nextRenewal: day, plan, price, service }) =>
        day === null ? [] : [{ currency: currency || null, day, plan, price, service }],
      )
      .sort((a, b) => a.day.localeCompare(b.day))
      .slice(0, MOST_RENEWALS),
    services: lines,
    years: toLines(years, byYear),
  }
}

/** This month and the eleven before, the newest first. */
const listMonths = (now: Date): string[] =>
  Array.from({ length: MONTHS }, (_, index) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - index, 1))
      .toISOString()
      .slice(0, 7),
  )

const toLine = (row: Row, now: Date): ServiceLine => {
  const status = textOf(row.status) ?? 'unknown'
  const currency = textOf(row.currency) ?? ''
  const price = textOf(row.price)
  const interval = textOf(row.interval)
  const intervalCount = typeof row.intervalCount === 'number' ? row.intervalCount : 1
  const today = now.toISOString().slice(0, 10)
  const ended = textOf(row.ended)?.slice(0, 10)
  const known = textOf(row.nextRenewal)?.slice(0, 10)
  // Bills that stopped, of an account of which nothing else is known, say that it is over.
  const isSilent = status === 'unknown' && known !== undefined && known < today
  const isOver = ended !== undefined && ended < today
  const isRunning = RUNNING.includes(status) && !isOver && !isSilent
  const renewing = isRunning || status === 'trial'
  const next =
    renewing && known !== undefined
      ? findNextRenewal({
          count: intervalCount,
          day: known,
          today,
          ...(interval !== null && { unit: interval }),
        })
      : undefined
  const rate =
    isRunning && price !== null && interval !== null
      ? { count: intervalCount, price, unit: interval, ...(currency !== '' && { currency }) }
      : undefined
  return {
    id: (row.id as number | string | undefined) ?? null,
    currency,
    interval,
    intervalCount,
    nextRenewal: next ?? null,
    paidLastYear: null,
    perMonth: (rate && perMonth(rate)) ?? null,
    perYear: (rate && perYear(rate)) ?? null,
    plan: textOf(row.plan),
    price,
    service: String(row.service),
    status,
  }
}

type WithChargesArgs = {
  lines: readonly ServiceLine[]
  sums: Awaited<ReturnType<Powers['sum']>>
}

/** Charges stand with the subscription of their service and currency, or for themselves. */
const withCharges = ({ lines, sums }: WithChargesArgs): ServiceLine[] => {
  const paid = new Map<string, { currency: string; service: string; sum: string }>()
  for (const { by, sum } of sums) {
    const [currency, service] = [by.currency ?? '', by.service ?? '']
    const key = JSON.stringify([service, currency])
    const before = paid.get(key)?.sum ?? '0'
    paid.set(key, { currency, service, sum: addDecimals([before, sum]) })
  }
  const taken = new Set<string>()
  const known = lines.map((line) => {
    const ofService = [...paid].filter(
      ([key, { currency, service }]) =>
        service === line.service &&
        (currency === line.currency || line.currency === '') &&
        !taken.has(key),
    )
    const [first] = ofService
    if (!first) {
      return line
    }
    taken.add(first[0])
    const [, { currency, sum }] = first
    return { ...line, currency, paidLastYear: sum }
  })
  const others = [...paid]
    .filter(([key]) => !taken.has(key))
    .map(([, { currency, service, sum }]): ServiceLine => ({
      id: null,
      currency,
      interval: null,
      intervalCount: 1,
      nextRenewal: null,
      paidLastYear: sum,
      perMonth: null,
      perYear: null,
      plan: null,
      price: null,
      service,
      status: null,
    }))
  return [...known, ...others].sort((a, b) => a.service.localeCompare(b.service))
}

type ToTotalsArgs = {
  byMonth: Awaited<ReturnType<Powers['sum']>>
  lines: readonly ServiceLine[]
}

const toTotals = ({ byMonth, lines }: ToTotalsArgs): CurrencyTotal[] => {
  const priced = lines.filter((line) => line.perYear !== null)
  const currencies = [
    ...new Set([
      ...byMonth.flatMap(({ by }) => by.currency ?? []),
      ...priced.map(({ currency }) => currency),
    ]),
  ]
  return currencies
    .filter((currency) => currency !== '')
    .sort()
    .map((currency) => {
      const own = priced.filter((line) => line.currency === currency)
      return {
        currency,
        paidLastYear: addDecimals(
          byMonth.filter(({ by }) => by.currency === currency).map(({ sum }) => sum),
        ),
        perMonth: addDecimals(own.map((line) => line.perMonth ?? '0')),
        perYear: addDecimals(own.map((line) => line.perYear ?? '0')),
      }
    })
}
