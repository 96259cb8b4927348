import type { Timing } from './Schedule.js'

import { readCron } from './slots/readCron.js'
import { toCron } from './slots/toCron.js'

const FIELDS = [
  { name: 'minute', range: '0-59' },
  { name: 'hour', range: '0-23' },
  { name: 'day of the month', range: '1-31' },
  { name: 'month', range: '1-12' },
  { name: 'day of the week', range: '0-7' },
] as const

export type TimingProblem = {
  field: 'cron' | 'timezone'
  /** Completed by the panel's translation where there is one; English here. */
  message: string
}

/** What is wrong with a timing; nothing when it fires now and then. */
export const findTimingProblems = (timing: Timing): TimingProblem[] => {
  const zone = findZoneProblem(timing.timezone)
  const cron = findCronProblem(timing)
  return [
    ...(zone === undefined ? [] : [{ field: 'timezone' as const, message: zone }]),
    ...(cron === undefined ? [] : [{ field: 'cron' as const, message: cron }]),
  ]
}

/** All that is wrong with a timing, as one text; `null` when nothing is. */
export const findTimingError = (timing: Timing): null | string =>
  findTimingProblems(timing)
    .map(({ message }) => message)
    .join(' ') || null

const findZoneProblem = (timezone: string): string | undefined => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
    return undefined
  } catch {
    return `"${timezone}" is not a timezone. Use a name such as Europe/Berlin or UTC.`
  }
}

const findCronProblem = (timing: Timing): string | undefined => {
  const cron = toCron(timing).trim()
  const fields = cron.split(/\s+/)
  if (fields.length !== FIELDS.length) {
    return (
      `"${cron}" has ${cron === '' ? 0 : fields.length} of the five fields: minute, hour, day of ` +
      'the month, month, day of the week.'
    )
  }
  // Field by field: of a whole expression croner names neither the field nor the range as people do.
  const wrong = FIELDS.find(
    (_, index) =>
      !findReading(FIELDS.map((__, other) => (other === index ? fields[index] : '*')).join(' ')),
  )
  if (wrong) {
    return `"${cron}": the ${wrong.name} cannot be read, expected range ${wrong.range}.`
  }
  return findReading(cron)?.nextRun() ? undefined : `"${cron}": no year has such a day.`
}

/** In UTC: whatever is wrong is the expression then. */
const findReading = (cron: string): ReturnType<typeof readCron> | undefined => {
  try {
    return readCron({ cron, timezone: 'UTC' })
  } catch {
    return undefined
  }
}
