/** `YYYY-MM-DD HH:MM:SS`, in UTC and, as the provider does it, without saying so. */
export const toWireDateTime = (moment: number): string =>
  new Date(moment).toISOString().slice(0, 19).replace('T', ' ')

export const toUnixSeconds = (moment: number): number => Math.floor(moment / 1000)

/** `YYYY-MM-DD`. */
export const toWireDate = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** Midnight UTC, milliseconds; `null` for anything but a real `YYYY-MM-DD`. */
export const fromWireDate = (date: string): null | number => {
  const moment = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(moment) || toWireDate(moment) !== date ? null : moment
}

export const DAY_MS = 24 * 60 * 60_000
