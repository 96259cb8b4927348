import type { RowCondition } from './hasOneOf.js'

import { InvalidAnswerError } from '../../shared/errors/index.js'

type KeepAskedArgs = {
  /** What was asked for, in words: `books of station 7`. */
  asked: string
  conditions: readonly RowCondition[]
  /** The provider's label, for the message. */
  provider: string
  rows: readonly unknown[]
}

/**
 * The rows that were asked for, for a provider that may ignore a filter and answer with everything.
 * Rows outside are not part of the scope and must not be stored. A row whose shape hides whether it
 * belongs is kept, so that it is reported as invalid instead of vanishing.
 *
 * @throws InvalidAnswerError when not one row of a page that has rows was asked for
 */
export const keepAsked = ({ asked, conditions, provider, rows }: KeepAskedArgs): unknown[] => {
  const kept = rows.filter((row) => conditions.every((isAsked) => isAsked(row)))
  if (rows.length > 0 && kept.length === 0) {
    throw new InvalidAnswerError(
      `${provider} was asked for ${asked} and sent ${rows.length} records of something else: ` +
        'it ignored the filter. Nothing of this answer was stored.',
    )
  }
  return kept
}

/**
 * The rows, all of which must be what was asked for: for a provider that may send the answer to
 * another question. Like `keepAsked` it lets a row pass that does not tell.
 *
 * @throws InvalidAnswerError for a row that was not asked for
 */
export const checkAsked = ({ asked, conditions, provider, rows }: KeepAskedArgs): unknown[] => {
  const strange = rows.filter((row) => !conditions.every((isAsked) => isAsked(row)))
  if (strange.length > 0) {
    throw new InvalidAnswerError(
      `${provider} was asked for ${asked} and sent ${strange.length} of ${rows.length} records of ` +
        'something else. Nothing of this answer was stored.',
    )
  }
  return [...rows]
}
