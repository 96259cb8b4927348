const MINUTE_MS = 60_000

/** As `Intl` writes it; UTC itself has no numbers. */
const OFFSET = /GMT(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2})/

/** Making one costs a hundred times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>()

type GetOffsetArgs = {
  /** Milliseconds since 1970. */
  atMs: number
  timezone: string
}

/**
 * By how much the clocks of a timezone are ahead of UTC at a moment, in milliseconds.
 *
 * @throws RangeError for a timezone that does not exist
 */
export const getOffset = ({ atMs, timezone }: GetOffsetArgs): number => {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'longOffset' })
  formats.set(timezone, format)
  const { hours, minutes, sign } = OFFSET.exec(format.format(atMs))?.groups ?? {}
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS
  return sign === '-' ? -offset : offset
}
