/** A range of days, both included, as `YYYY-MM-DD` in UTC. */
export type DateRange = { from: string; to: string }

const DAY_MS = 24 * 60 * 60 * 1000

type AddDaysArgs = { date: Date | string; days: number }

/** The day that is so many days behind this one, as `YYYY-MM-DD` in UTC. */
export const addDays = ({ date, days }: AddDaysArgs): string =>
  new Date(new Date(date).getTime() + days * DAY_MS).toISOString().slice(0, 10)

type ToDateRangeArgs = {
  daysAhead: number
  daysBack: number
  now: Date
  /** When the last complete run began. @default now */
  since: Date | undefined
}

/** From some days before the last complete run, whenever that was, to some days from now. */
export const toDateRange = ({ daysAhead, daysBack, now, since }: ToDateRangeArgs): DateRange => ({
  from: addDays({ date: since ?? now, days: -daysBack }),
  to: addDays({ date: now, days: daysAhead }),
})

type SplitDateRangeArgs = {
  /** The most days a part may have, both ends counted. */
  maxDays: number
  range: DateRange
}

/** Cuts a range into parts that a provider accepts, in their order: no gap and no overlap. */
export const splitDateRange = ({
  maxDays,
  range: { from, to },
}: SplitDateRangeArgs): DateRange[] => {
  const parts: DateRange[] = []
  for (let start = from; start <= to; start = addDays({ date: start, days: maxDays })) {
    const end = addDays({ date: start, days: maxDays - 1 })
    parts.push({ from: start, to: end < to ? end : to })
  }
  return parts
}
