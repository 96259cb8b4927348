/**
 * A day without a time as Payload's own date picker stores one: at 12:00 UTC, so that it is the
 * same day everywhere. Takes `2024-08-16` and what begins so; text that is no day becomes `null`.
 */
export const toDay = (value: string): null | string => {
  const day = value.slice(0, 10)
  const noon = `${day}T12:00:00.000Z`
  // The 30th of February is taken for a day of March otherwise.
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(noon) : Number.NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString() === noon ? noon : null
}
