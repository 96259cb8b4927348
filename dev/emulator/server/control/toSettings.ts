import type { Row } from '../../json.js'
import type { Settings } from '../../settings.js'

import { PLANS } from '../../providers/api-football/limits/plans.js'
import { ControlError } from './ControlError.js'

/**
 * The settings that a request names. Throws `ControlError` on one that is unknown or of the wrong
 * kind; then none may be changed.
 */
export const toSettings = (row: Row): Partial<Settings> => {
  for (const [name, value] of Object.entries(row)) {
    const expectation = EXPECTATIONS[name]
    if (!expectation) {
      throw new ControlError(
        `There is no setting "${name}". There are: ${Object.keys(EXPECTATIONS).join(', ')}.`,
      )
    }
    if (!expectation.fits(value)) {
      throw new ControlError(`"${name}" must be ${expectation.words}.`)
    }
  }
  return row
}

type Expectation = { fits: (value: unknown) => boolean; words: string }

const isLimit = (value: unknown): boolean => typeof value === 'number' && value >= 0
const oneOf = (values: readonly string[]): Expectation => ({
  fits: (value) => values.includes(String(value)),
  words: values.join(' or '),
})
const limitOrPlan: Expectation = {
  fits: (value) => value === null || isLimit(value),
  words: 'a number, 0 or more, or null for that of the plan',
}

const EXPECTATIONS: Readonly<Record<keyof Settings, Expectation> & Record<string, Expectation>> = {
  cursorStyle: oneOf(['token', 'url']),
  plan: oneOf(PLANS),
  rateLimitPerHour: { fits: isLimit, words: 'a number, 0 or more' },
  requestsPerDay: limitOrPlan,
  requestsPerMinute: limitOrPlan,
}
