const HOUR_MS = 60 * 60 * 1000

/** More than any place is ahead of UTC, or behind it. */
const FURTHEST_MS = 26 * HOUR_MS

const DAY_MS = 24 * HOUR_MS

/** A day in words of a calendar, whatever the language of the machine. */
const createDayFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
    day: '2-digit',
    month: '2-digit',
    timeZone,
    year: 'numeric',
  })

type ToLocalDayArgs = { moment: Date; timeZone: string }

/**
 * The day that it is somewhere at a moment, as `YYYY-MM-DD`.
 *
 * @throws RangeError when there is no such time zone
 */
export const toLocalDay = ({ moment, timeZone }: ToLocalDayArgs): string =>
  formatDay({ format: createDayFormat(timeZone), moment })

type FormatDayArgs = { format: Intl.DateTimeFormat; moment: Date }

const formatDay = ({ format, moment }: FormatDayArgs): string => {
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]))
  return ['year', 'month', 'day'].map((part) => parts.get(part as 'day')).join('-')
}

type ToDayRangeArgs = {
  /** `YYYY-MM-DD`, or a moment of the day that is meant. */
  day: Date | string
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: string
}

/**
 * When a day begins and when the next one does, in a place: 23 or 25 hours apart where the clock is
 * changed, and not always at 00:00.
 *
 * @throws RangeError when there is no such day or time zone
 */
export const toDayRange = ({ day, timeZone }: ToDayRangeArgs): { from: Date; to: Date } => {
  const name = typeof day === 'string' ? day : toLocalDay({ moment: day, timeZone })
  const midnight = Date.parse(`${name}T00:00:00.000Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(name) || toIsoDay(midnight) !== name) {
    throw new RangeError(`"${name}" is no day; it is written as 2026-05-09`)
  }
  const format = createDayFormat(timeZone)
  return {
    from: findStart({ day: name, format, midnight }),
    to: findStart({ day: toIsoDay(midnight + DAY_MS), format, midnight: midnight + DAY_MS }),
  }
}

const toIsoDay = (ms: number): string =>
  Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10)

type FindStartArgs = { day: string; format: Intl.DateTimeFormat; midnight: number }

/** The first moment at which the calendar shows this day or, where it was left out, a later one. */
const findStart = ({ day, format, midnight }: FindStartArgs): Date => {
  let before = midnight - FURTHEST_MS
  let after = midnight + FURTHEST_MS
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (formatDay({ format, moment: new Date(middle) }) < day) {
      before = middle
    } else {
      after = middle
    }
  }
  return new Date(after)
}
