const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** Enough to see a pattern, few enough to tell them apart. */
const MOST_BUCKETS = 100

const DEFAULT_DAYS = 30

const DAY = /^\d{4}-\d{2}-\d{2}$/

type FindPeriodArgs = { from?: string | undefined; now: Date; to?: string | undefined }

export type Period = {
  /** Of each part of it, in milliseconds: an hour, a day or a number of days. */
  bucketMs: number
  from: Date
  /** Not included. */
  to: Date
}

/**
 * The time that a report is about. A day as `to` is included; days are those of UTC.
 *
 * @throws RangeError when one is no day or moment, or `from` is not before `to`
 */
export const findPeriod = ({ from: wantedFrom, now, to: wantedTo }: FindPeriodArgs): Period => {
  const to = wantedTo === undefined ? now : toMoment({ name: 'to', text: wantedTo })
  if (wantedTo !== undefined && DAY.test(wantedTo)) {
    to.setUTCDate(to.getUTCDate() + 1)
  }
  const from =
    wantedFrom === undefined
      ? new Date(to.getTime() - DEFAULT_DAYS * DAY_MS)
      : toMoment({ name: 'from', text: wantedFrom })
  const lasts = to.getTime() - from.getTime()
  if (lasts <= 0) {
    throw new RangeError(`from (${from.toISOString()}) must be before to (${to.toISOString()}).`)
  }
  const days = Math.ceil(lasts / MOST_BUCKETS / DAY_MS)
  return { bucketMs: lasts <= 2 * DAY_MS ? HOUR_MS : days * DAY_MS, from, to }
}

/** The calendar has it: JavaScript takes 30 February for 2 March. */
const toMoment = ({ name, text }: { name: string; text: string }): Date => {
  const moment = new Date(text)
  const isReal =
    /^\d{4}-\d{2}-\d{2}(?:T.+(?:Z|[+-]\d{2}:?\d{2}))?$/.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    !Number.isNaN(new Date(text.slice(0, 10)).getTime()) &&
    new Date(text.slice(0, 10)).toISOString().startsWith(text.slice(0, 10))
  if (!isReal) {
    throw new RangeError(
      `${name} must be a day (2026-01-31) or a moment (2026-01-31T12:00:00Z); was "${text.slice(0, 40)}".`,
    )
  }
  return moment
}
