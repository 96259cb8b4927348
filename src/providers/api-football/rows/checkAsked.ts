import type { RowCondition } from './RowCondition.js'

import { InvalidAnswerError } from '../../../sdk/index.js'

type CheckAskedArgs = {
  /** What was asked for, in words: `season 2024 of league 39`. */
  asked: string
  conditions: readonly RowCondition[]
  rows: readonly unknown[]
}

/**
 * The rows, all of which must be what was asked for: answers to other questions came out of the
 * provider's cache before (reported). A row whose shape hides whether it belongs is kept, so that it
 * is reported as invalid instead of vanishing.
 *
 * @throws InvalidAnswerError for a row that was not asked for
 */
export const checkAsked = ({ asked, conditions, rows }: CheckAskedArgs): unknown[] => {
  const strange = rows.filter((row) => !conditions.every((isAsked) => isAsked(row)))
  if (strange.length > 0) {
    throw new InvalidAnswerError(
      `API-Football was asked for ${asked} and sent ${strange.length} of ${rows.length} records of ` +
        'something else. Nothing of this answer was stored.',
    )
  }
  return [...rows]
}
