/** The same day of the month so many months ago; the last day of a shorter one. `YYYY-MM-DD`. */
export const monthsAgo = ({ day, months, now }: MonthsAgoArgs): string => {
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months + 1, 0))
  last.setUTCDate(Math.min(day, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

type MonthsAgoArgs = {
  day: number
  /** Months to come are negative. */
  months: number
  now: Date
}

const DAY_MS = 86_400_000

/** The day before. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)
