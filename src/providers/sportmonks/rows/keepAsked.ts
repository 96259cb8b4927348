import type { RowCondition } from './RowCondition.js'

import { InvalidAnswerError } from '../../../sdk/index.js'

type KeepAskedArgs = {
  /** What was asked for, in words: `season 23614`. */
  asked: string
  conditions: readonly RowCondition[]
  rows: readonly unknown[]
}

/**
 * The rows that were asked for. Sportmonks may ignore a filter it does not know and answer with
 * everything (audit), so what it was asked for is checked again here: rows outside are not part of
 * the scope and must not be stored. A row whose shape hides whether it belongs is kept, so that it
 * is reported as invalid instead of vanishing.
 *
 * @throws InvalidAnswerError when not one row of a page that has rows was asked for
 */
export const keepAsked = ({ asked, conditions, rows }: KeepAskedArgs): unknown[] => {
  const kept = rows.filter((row) => conditions.every((isAsked) => isAsked(row)))
  if (rows.length > 0 && kept.length === 0) {
    throw new InvalidAnswerError(
      `Sportmonks was asked for ${asked} and sent ${rows.length} records of something else: ` +
        'it ignored the filter. Nothing of this answer was stored.',
    )
  }
  return kept
}
