import { CronExpressionParser } from 'cron-parser'

import type { Timing } from './Schedule.js'

import { toCron } from './slots/toCron.js'

const FIELDS = 5

/**
 * `H` draws a number anew each time it is read, so the slots would not stay where they are. It has
 * its place in the name of a day, and in no other.
 */
const ALLOWED = /^(?:THU|[\dA-GI-Z*/,\-#?])+$/i

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

const findZoneProblem = (timezone: string): string | undefined => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
    return undefined
  } catch {
    return `"${timezone}" is no timezone. Name one as Europe/Berlin or UTC.`
  }
}

const findCronProblem = (timing: Timing): string | undefined => {
  const cron = toCron(timing).trim()
  const fields = cron.split(/\s+/)
  if (fields.length !== FIELDS) {
    return (
      `"${cron}" has ${cron === '' ? 0 : fields.length} of the five fields: minute, hour, day of ` +
      'the month, month, day of the week.'
    )
  }
  if (!fields.every((field) => ALLOWED.test(field))) {
    return `"${cron}" has a character that stands for nothing here.`
  }
  try {
    // In UTC: whatever is wrong is the expression then.
    CronExpressionParser.parse(cron, { tz: 'UTC' }).next()
    return undefined
  } catch (error) {
    return `"${cron}": ${error instanceof Error ? error.message : String(error)}.`
  }
}
