type ReadWaitArgs = { now: Date; value: unknown }

/** Smaller numbers are seconds to wait, larger ones seconds since 1970. */
const FIRST_EPOCH_SECOND = 1e9

/** From here on they are milliseconds since 1970. */
const FIRST_EPOCH_MS = 1e12

/** The last millisecond that a date can be. A larger number means nothing. */
const LAST_EPOCH_MS = 8.64e15

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

/** As HTTP writes a date, or ISO 8601. `Date.parse` alone takes "1.5" for a day in 2001. */
const DATE = /^(?:[a-z]{3,9},? |\d{4}-\d\d-\d\d[T ]\d\d:)/i

/** The oldest of HTTP's ways to write a date names no zone and means GMT. */
const WITHOUT_ZONE = /^[a-z]{3} [a-z]{3} +\d+ [\d:]+ \d{4}$/i

/**
 * Milliseconds to wait, from what a header or a body says: seconds (whole or not), a moment in
 * seconds or milliseconds since 1970, or a date. A moment that has passed means now. What is no
 * wait (negative, endless, words): `undefined`. Who asks keeps it within bounds.
 */
export const readWait = ({ now, value }: ReadWaitArgs): number | undefined => {
  if (typeof value === 'number') {
    return readNumber({ now, value })
  }
  const text = typeof value === 'string' ? value.trim() : ''
  if (NUMBER.test(text)) {
    return readNumber({ now, value: Number(text) })
  }
  const moment = DATE.test(text)
    ? Date.parse(WITHOUT_ZONE.test(text) ? `${text} GMT` : text)
    : Number.NaN
  return Number.isNaN(moment) ? undefined : toWait({ moment, now })
}

const readNumber = ({ now, value }: { now: Date; value: number }): number | undefined => {
  // Not a number fails every comparison.
  if (!(value >= 0 && value <= LAST_EPOCH_MS)) {
    return undefined
  }
  return value < FIRST_EPOCH_SECOND
    ? value * 1000
    : toWait({ moment: value < FIRST_EPOCH_MS ? value * 1000 : value, now })
}

const toWait = ({ moment, now }: { moment: number; now: Date }): number =>
  Math.max(0, moment - now.getTime())
