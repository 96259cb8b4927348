import { scaleDecimal } from '../money/decimals.js'

type Interval = { count: number; unit: string }

/** How many of a unit a year has: 12 months, 52 weeks and a day are 365 days. */
const PER_YEAR: Readonly<Record<string, { by: number; over: number }>> = {
  day: { by: 365, over: 1 },
  month: { by: 12, over: 1 },
  week: { by: 365, over: 7 },
  year: { by: 1, over: 1 },
}

type PerPeriodArgs = {
  /** As many decimals as it has are left. @default two */
  currency?: string
  price: string
} & Interval

/** `undefined` where nobody knows the currency. */
const countDecimals = (currency: string | undefined): number | undefined => {
  try {
    return currency === undefined
      ? undefined
      : new Intl.NumberFormat('en', { currency, style: 'currency' }).resolvedOptions()
          .maximumFractionDigits
  } catch {
    return undefined
  }
}

type ScaleArgs = { months: number } & PerPeriodArgs

const scale = ({ count, currency, months, price, unit }: ScaleArgs): string | undefined => {
  const rate = PER_YEAR[unit]
  const decimals = countDecimals(currency)
  return (
    rate &&
    scaleDecimal({
      by: rate.by * months,
      over: rate.over * count * 12,
      value: price,
      ...(decimals !== undefined && { decimals }),
    })
  )
}

/** What a price comes to in a year; `undefined` for an interval that is not known. */
export const perYear = (args: PerPeriodArgs): string | undefined => scale({ ...args, months: 12 })

/** The same in a month, a twelfth of it: not of the rounded year. */
export const perMonth = (args: PerPeriodArgs): string | undefined => scale({ ...args, months: 1 })

const DAY_MS = 24 * 60 * 60 * 1000
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 }

/** The same day so many months later, or the last one of a shorter month. */
const addMonths = (day: string, months: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const end = new Date(first)
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(date.getUTCDate(), last))
  return end.toISOString().slice(0, 10)
}

/** No renewal is so far back that more steps are needed. */
const MOST_STEPS = 5000

type FindNextArgs = {
  /** The renewal that is known: `YYYY-MM-DD`. */
  day: string
  today: string
} & Partial<Interval>

/**
 * The first renewal from today on, counted on from the one that is known; `undefined` where that is
 * over and the interval is not known.
 */
export const findNextRenewal = ({
  count = 1,
  day,
  today,
  unit,
}: FindNextArgs): string | undefined => {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const days = DAYS[unit ?? '']
    const next =
      step === 0
        ? day
        : days === undefined
          ? addMonths(day, step * count * (unit === 'year' ? 12 : 1))
          : new Date(Date.parse(day) + step * count * days * DAY_MS).toISOString().slice(0, 10)
    if (next >= today) {
      return next
    }
    if (unit === undefined || !PER_YEAR[unit]) {
      return undefined
    }
  }
  return undefined
}
