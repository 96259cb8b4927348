type MsUntilMidnightArgs = { headers: Headers }

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Milliseconds until 00:00 UTC, when the quota of the day is full again, by the clock of the server
 * that answered. `undefined` when the answer does not tell the time.
 */
export const msUntilMidnight = ({ headers }: MsUntilMidnightArgs): number | undefined => {
  const now = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(now) ? undefined : DAY_MS - (now % DAY_MS)
}
