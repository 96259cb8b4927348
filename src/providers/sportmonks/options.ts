import { z } from 'zod'

import type { SoccerOptions } from '../../content/soccer/index.js'
import type { OptionRule, ResolvedOptions } from '../../sdk/index.js'

import { seasonsRule, SOCCER_RULES } from '../../content/soccer/index.js'
import { BASE_URL_RULE, secretRule } from '../../sdk/index.js'

/** Which seasons of a league are kept in step. */
export type SportmonksSeasons = 'all' | 'current' | number[]

/** What a project may say about its Sportmonks subscription. Everything has a default. */
export type SportmonksOptions = {
  /**
   * The bare token of my.sportmonks.com, without `Bearer`. It is sent in the `Authorization`
   * header and never in a URL.
   *
   * @default the environment variable `SPORTMONKS_API_TOKEN`
   */
  apiToken?: string
  /**
   * Where the API is. Change it for a proxy of your own or for a server that plays Sportmonks in
   * tests; football paths are asked for below `/football`, shared ones below `/core`.
   *
   * @default the environment variable `SPORTMONKS_BASE_URL`, else `https://api.sportmonks.com/v3`
   */
  baseUrl?: string
  /**
   * Which seasons to keep in step: the current one of each league, all there ever were, or those
   * with these ids. A league without a current season (seen in 12 of 112) counts its newest.
   *
   * @default 'current'
   */
  seasons?: SportmonksSeasons
} & SoccerOptions

export const OPTION_RULES = {
  ...SOCCER_RULES,
  apiToken: {
    ...secretRule('the bare token as text, without "Bearer" and without spaces'),
    variables: ['SPORTMONKS_API_TOKEN'],
  },
  baseUrl: {
    ...BASE_URL_RULE,
    default: 'https://api.sportmonks.com/v3',
    variables: ['SPORTMONKS_BASE_URL'],
  },
  seasons: {
    ...seasonsRule({ named: 'season id', schema: z.int().positive() }),
    default: 'current' as const,
  },
} satisfies Record<keyof SportmonksOptions, OptionRule>

/** The options with every default in place. */
export type SportmonksSettings = ResolvedOptions<typeof OPTION_RULES>
