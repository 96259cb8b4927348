/**
 * The moment of a Unix timestamp in seconds, as ISO 8601; `undefined` for what is none. For rows
 * whose shape nobody has checked yet: one absurd number must not throw a page away.
 */
export const momentOfSeconds = (seconds: unknown): string | undefined => {
  const moment = new Date(typeof seconds === 'number' ? seconds * 1000 : Number.NaN)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}
