const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 24 * 60 * 60 * 1000

/** Days of the report where nothing else is asked for. */
const DEFAULT_DAYS = 30

/** Days as `2026-01-31`, both included. */
export type ReportDays = { from: string; to: string }

type ReadDaysArgs = {
  now: Date
  searchParams: Readonly<Record<string, string | string[] | undefined>> | undefined
}

/** The days that the address of the page names; the last thirty where it names none that can be. */
export const readDays = ({ now, searchParams = {} }: ReadDaysArgs): ReportDays => {
  const { from, to } = searchParams
  if (isDay(from) && isDay(to) && from <= to) {
    return { from, to }
  }
  const toDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
  return {
    from: toDay(now.getTime() - (DEFAULT_DAYS - 1) * DAY_MS),
    to: toDay(now.getTime()),
  }
}

/** JavaScript takes 30 February for 2 March. */
const isDay = (text: string | string[] | undefined): text is string =>
  typeof text === 'string' &&
  DAY.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)
