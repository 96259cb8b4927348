import { z } from 'zod'

import type { OptionRule } from '../../../sdk/index.js'

import { asJson, DAYS_RULE } from '../../../sdk/index.js'

/** Which part of a provider's soccer a project keeps in step. */
export type SoccerOptions = {
  /**
   * How many days from today an incremental sync of matches looks ahead. Two weeks hold the next
   * rounds of every league; kick-offs beyond are corrected by the daily full sync. Raise it when a
   * site shows a longer fixture list and must be right within the hour.
   *
   * @default 14
   */
  daysAhead?: number
  /**
   * How many days before the last completed sync an incremental sync of matches looks back.
   * Results are corrected for some time after the final whistle; three days hold a weekend round.
   * Raise it when late corrections matter, at the price of more requests per run.
   *
   * @default 3
   */
  daysBack?: number
  /**
   * Ids of the leagues to keep in step. Set it with a large subscription: quota and time grow with
   * every league.
   *
   * @default all leagues of the subscription
   */
  leagues?: number[]
}

/** The ids of the leagues to keep in step, none of them twice. */
const LEAGUES_RULE: OptionRule<readonly number[]> = {
  expectation: 'a list of at least one league id (leave it out for all leagues)',
  schema: z
    .array(z.int().positive())
    .min(1)
    .transform((ids) => [...new Set(ids)]),
  show: asJson,
}

/** How the options that every soccer provider has are checked, and their defaults. */
export const SOCCER_RULES = {
  daysAhead: { ...DAYS_RULE, default: 14 },
  daysBack: { ...DAYS_RULE, default: 3 },
  leagues: LEAGUES_RULE,
} satisfies Record<keyof SoccerOptions, OptionRule>
