import { z } from 'zod'

import type { OptionRule } from '../../../sdk/index.js'

import { asJson } from '../../../sdk/index.js'

/**
 * Which seasons of a league to keep in step: by a word, or by what the provider numbers them with.
 */
export type SeasonChoice = 'all' | 'current' | readonly number[]

type SeasonsRuleArgs = {
  /** What a number of the list is, in words: `season id`. */
  named: string
  schema: z.ZodType<number>
}

/** The seasons to keep in step, none of them twice. */
export const seasonsRule = ({ named, schema }: SeasonsRuleArgs): OptionRule<SeasonChoice> => ({
  expectation: `"current", "all" or a list of at least one ${named}`,
  schema: z.union([
    z.enum(['all', 'current']),
    z
      .array(schema)
      .min(1)
      .transform((numbers) => [...new Set(numbers)]),
  ]),
  show: asJson,
})
