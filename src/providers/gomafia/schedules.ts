import type { DefaultSchedule } from '../../sdk/index.js'

type ToSchedulesArgs = {
  /** Cron of the daily sync, five fields. */
  cron: string
  /** @default true */
  hasIncremental?: boolean
}

/**
 * When a resource is read: in full on Sundays, and what may have changed on the other days, at the
 * same times. A cron line that names its days itself is taken as it is for the incremental sync.
 */
export const toSchedules = ({
  cron,
  hasIncremental = true,
}: ToSchedulesArgs): DefaultSchedule[] => {
  const [minute, hour, monthDay, month, weekday] = cron.trim().split(/\s+/)
  const isDaily = monthDay === '*' && month === '*' && weekday === '*'
  return [
    { cron: `${minute} ${hour} * * 0`, mode: 'full' },
    ...(hasIncremental
      ? [{ cron: isDaily ? `${minute} ${hour} * * 1-6` : cron, mode: 'incremental' as const }]
      : []),
  ]
}
