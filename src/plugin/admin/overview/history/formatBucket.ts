import type { HistoryPeriod } from '../../../../sync/operations/runs/getHistory.js'

type FormatBucketArgs = {
  /** ISO 8601. */
  at: string
  /** With the day, where the short form leaves it out. */
  isLong?: boolean
  language: string
  period: HistoryPeriod
}

const HOUR: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }

const FORMATS: Readonly<
  Record<HistoryPeriod, { long: Intl.DateTimeFormatOptions; short: Intl.DateTimeFormatOptions }>
> = {
  '7d': { long: { ...DAY, ...HOUR }, short: DAY },
  '24h': { long: { ...DAY, ...HOUR }, short: HOUR },
  // Days of the history are those of UTC.
  '30d': { long: { ...DAY, timeZone: 'UTC' }, short: { ...DAY, timeZone: 'UTC' } },
}

/** When a bucket of the history begins, in the reader's language and time zone. */
export const formatBucket = ({ at, isLong = false, language, period }: FormatBucketArgs): string =>
  new Intl.DateTimeFormat(language, FORMATS[period][isLong ? 'long' : 'short']).format(new Date(at))
