export const DAY_MS = 24 * 60 * 60_000

/** `YYYY-MM-DD`, in UTC. */
export const toDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** Midnight UTC, milliseconds; `null` for anything but a real `YYYY-MM-DD`. */
export const fromDay = (day: string): null | number => {
  const moment = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(moment) || toDay(moment) !== day ? null : moment
}

export const toUnixSeconds = (moment: number): number => Math.floor(moment / 1000)
