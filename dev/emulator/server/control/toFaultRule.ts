import type { Row } from '../../json.js'

import { FAULT_KINDS, type FaultRule, RATE_LIMIT_SHAPES } from '../createFaults.js'
import { ControlError } from './ControlError.js'

/** A fault rule from JSON. Throws `ControlError` on a field that is unknown or of the wrong kind. */
export const toFaultRule = (row: Row): FaultRule => {
  for (const [field, value] of Object.entries(row)) {
    const expectation = FIELDS[field]
    if (!expectation) {
      throw new ControlError(
        `A fault has no field "${field}". It has: ${Object.keys(FIELDS).join(', ')}.`,
      )
    }
    if (!expectation.fits(value)) {
      throw new ControlError(`The fault's "${field}" must be ${expectation.words}.`)
    }
  }
  if (!('kind' in row)) {
    throw new ControlError(`A fault needs a "kind": ${FAULT_KINDS.join(', ')}.`)
  }
  return row as FaultRule
}

type Expectation = { fits: (value: unknown) => boolean; words: string }

const anything: Expectation = { fits: () => true, words: 'anything' }
const count: Expectation = {
  fits: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  words: 'a whole number, 0 or more',
}
const oneOf = (values: readonly string[]): Expectation => ({
  fits: (value) => values.includes(String(value)),
  words: `one of ${values.join(', ')}`,
})
const text: Expectation = { fits: (value) => typeof value === 'string', words: 'a text' }

const FIELDS: Readonly<Record<string, Expectation>> = {
  id: text,
  after: count,
  body: anything,
  delayMs: count,
  kind: oneOf(FAULT_KINDS),
  page: count,
  path: text,
  retryAfter: {
    fits: (value) => typeof value === 'string' || count.fits(value),
    words: 'seconds or an HTTP date',
  },
  shape: oneOf(RATE_LIMIT_SHAPES),
  status: {
    fits: (value) => typeof value === 'number' && value >= 200 && value <= 599,
    words: 'an HTTP status from 200 to 599',
  },
  times: count,
}
