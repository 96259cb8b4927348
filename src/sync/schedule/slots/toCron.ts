import type { Timing } from '../Schedule.js'

/** The cron expression, of five fields, that a timing comes to. */
export const toCron = ({ cron, frequency, hour, minute, monthDay, weekday }: Timing): string => {
  const at = `${minute ?? 0} ${hour ?? 0}`
  switch (frequency) {
    case 'cron':
      return cron ?? ''
    case 'daily':
      return `${at} * * *`
    case 'hourly':
      return `${minute ?? 0} * * * *`
    case 'minutely':
      return '* * * * *'
    case 'monthly':
      return `${at} ${monthDay ?? 1} * *`
    case 'weekly':
      return `${at} * * ${weekday ?? 1}`
  }
}
