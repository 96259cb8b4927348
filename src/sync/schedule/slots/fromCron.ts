import type { Timing } from '../Schedule.js'

const PRESET = /^(?<minute>\d+) (?<hour>\d+|\*) (?<monthDay>\d+|\*) \* (?<weekday>[0-6*])$/

const LAST_PRESET_DAY = 28

/** The timing of a cron expression: a preset where one says the same, because people read those. */
export const fromCron = ({
  cron,
  timezone,
}: { cron: string } & Pick<Timing, 'timezone'>): Timing => {
  const blank = { cron: null, hour: null, minute: null, monthDay: null, timezone, weekday: null }
  if (cron === '* * * * *') {
    return { ...blank, frequency: 'minutely' }
  }
  const found = PRESET.exec(cron)?.groups
  const [minute, hour, monthDay, weekday] = [
    found?.minute,
    found?.hour,
    found?.monthDay,
    found?.weekday,
  ].map((text) => (text === undefined || text === '*' ? null : Number(text)))
  const frequency =
    minute === null || minute === undefined || minute > 59 || (hour ?? 0) > 23
      ? 'cron'
      : toFrequency({ hour: hour ?? null, monthDay: monthDay ?? null, weekday: weekday ?? null })
  return frequency === 'cron'
    ? { ...blank, cron, frequency }
    : {
        ...blank,
        frequency,
        hour: hour ?? null,
        minute: minute ?? null,
        monthDay: monthDay ?? null,
        weekday: weekday ?? null,
      }
}

const toFrequency = ({
  hour,
  monthDay,
  weekday,
}: Pick<Timing, 'hour' | 'monthDay' | 'weekday'>): Timing['frequency'] => {
  if (hour === null) {
    return monthDay === null && weekday === null ? 'hourly' : 'cron'
  }
  if (monthDay !== null) {
    return weekday === null && monthDay >= 1 && monthDay <= LAST_PRESET_DAY ? 'monthly' : 'cron'
  }
  return weekday === null ? 'daily' : 'weekly'
}
