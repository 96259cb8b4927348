/** A short burst says nothing of the hours to come: this much of a budget must be used first. */
const LEAST_SHARE = 0.1

type ForecastQuotaArgs = {
  available: number
  now: Date
  /** How much there was at `paceSince`. */
  paceFrom: null | number
  paceSince: Date | null
  /** When it is full again, where that is known. */
  resetsAt: Date | null
}

/**
 * When a budget is used up at the present pace. `null` when it lasts until it is full again, or
 * less than a tenth of it was used since the measuring began.
 */
export const forecastQuota = ({
  available,
  now,
  paceFrom,
  paceSince,
  resetsAt,
}: ForecastQuotaArgs): Date | null => {
  if (available < 1 || paceFrom === null || paceSince === null) {
    return null
  }
  const used = paceFrom - available
  const elapsedMs = now.getTime() - paceSince.getTime()
  if (used <= 0 || used < paceFrom * LEAST_SHARE || elapsedMs <= 0) {
    return null
  }
  const usedUpAt = new Date(now.getTime() + Math.round((available * elapsedMs) / used))
  return resetsAt && usedUpAt >= resetsAt ? null : usedUpAt
}
