import type { Timing } from '../Schedule.js'

/** A timing by its cron expression. */
export const cronTiming = (cron: string, timezone = 'UTC'): Timing => ({
  cron,
  frequency: 'cron',
  hour: null,
  minute: null,
  monthDay: null,
  timezone,
  weekday: null,
})
