/** When nobody is to be disturbed, every day. */
export type QuietHours = {
  /** `22:00`. */
  from: string
  /** IANA name. */
  timezone: string
  /** `07:00`. Earlier than `from` where the night is between them. */
  to: string
}

type FindQuietEndArgs = { now: Date; quietHours: QuietHours }

const DAY_MINUTES = 24 * 60
const MINUTE_MS = 60_000

const toMinutes = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

const readClock = ({ at, timezone }: { at: Date; timezone: string }): number => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    hourCycle: 'h23',
    minute: '2-digit',
    timeZone: timezone,
  }).formatToParts(at)
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  return read('hour') * 60 + read('minute')
}

const isQuiet = ({ from, minute, to }: { from: number; minute: number; to: number }): boolean =>
  from <= to ? minute >= from && minute < to : minute >= from || minute < to

/** When it is loud again; `null` when it is now. By the clock on the wall, also where it is changed. */
export const findQuietEnd = ({ now, quietHours }: FindQuietEndArgs): Date | null => {
  const { timezone } = quietHours
  const from = toMinutes(quietHours.from)
  const to = toMinutes(quietHours.to)
  const minute = readClock({ at: now, timezone })
  if (from === to || !isQuiet({ from, minute, to })) {
    return null
  }
  const start = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS
  const left = (to - minute + DAY_MINUTES) % DAY_MINUTES
  const guess = new Date(start + left * MINUTE_MS)
  // The clock may have been changed in between, by an hour as a rule.
  const shown = readClock({ at: guess, timezone })
  const off = ((shown - to + DAY_MINUTES * 1.5) % DAY_MINUTES) - DAY_MINUTES / 2
  const mended = new Date(guess.getTime() - off * MINUTE_MS)
  return mended.getTime() > now.getTime() ? mended : guess
}
