import { z } from 'zod'

import type { SoccerOptions } from '../../content/soccer/index.js'
import type { OptionRule, ResolvedOptions } from '../../sdk/index.js'

import { seasonsRule, SOCCER_RULES } from '../../content/soccer/index.js'
import { asJson, BASE_URL_RULE, secretRule } from '../../sdk/index.js'

/** Which seasons of a league are kept in step. */
export type ApiFootballSeasons = 'all' | 'current' | number[]

/** What a project may say about its API-Football subscription. Everything has a default. */
export type ApiFootballOptions = {
  /**
   * The key of dashboard.api-football.com. It is sent in the `x-apisports-key` header, which is the
   * only one this API allows, and never in a URL.
   *
   * @default the environment variable `SPORTS_PROVIDER_API_KEY`, else `API_FOOTBALL_KEY`
   */
  apiKey?: string
  /**
   * Where the API is. Change it for a proxy of your own or for a server that plays API-Football in
   * tests.
   *
   * @default the environment variable `API_FOOTBALL_BASE_URL`, else
   * `https://v3.football.api-sports.io`
   */
  baseUrl?: string
  /**
   * How many days from today an incremental sync of matches looks ahead. Set it to 1 on the free
   * plan, which refuses days further away.
   *
   * @default 14
   */
  daysAhead?: SoccerOptions['daysAhead']
  /**
   * How many days before the last completed sync an incremental sync of matches looks back. Set it
   * to 1 on the free plan, which refuses days further away. Otherwise leave it at 3 or more:
   * leagues without live scores get their results up to 48 hours late.
   *
   * @default 3
   */
  daysBack?: SoccerOptions['daysBack']
  /**
   * The ids of the leagues to sync. Set it on every plan but the largest: nearly each league costs
   * a request per sync, and there are more than a thousand. With it, live syncs also ask only while
   * a stored match may be on.
   *
   * @default all
   */
  leagues?: SoccerOptions['leagues']
  /**
   * Whether to read first and last name, birth, height, weight and nationality of players too, from
   * a list with 20 players per request: some 35 requests for one season of one league. Squads,
   * which are always read, tell name, number and position with one request per team.
   *
   * @default false
   */
  playerDetails?: boolean
  /**
   * Which seasons to keep in step: the current ones of each league, all there ever were, or those
   * of these years, as the provider counts them (2024 for 2024/2025). The free plan has some years
   * only; name them here. Since the provider's own mark of a current season is unreliable, one that
   * is under way by its dates counts as well, and a league with neither counts its newest.
   *
   * @default 'current'
   */
  seasons?: ApiFootballSeasons
  /** Not to be set: the provider would shift dates and days. Kick-offs are stored in UTC. */
  timezone?: never
}

export const OPTION_RULES = {
  ...SOCCER_RULES,
  apiKey: {
    ...secretRule('the bare key as text, without spaces'),
    // The general name comes first, as every provider of sports data may have one key.
    variables: ['SPORTS_PROVIDER_API_KEY', 'API_FOOTBALL_KEY'],
  },
  baseUrl: {
    ...BASE_URL_RULE,
    default: 'https://v3.football.api-sports.io',
    variables: ['API_FOOTBALL_BASE_URL'],
  },
  playerDetails: {
    default: false,
    expectation: 'true or false',
    schema: z.boolean(),
    show: asJson,
  },
  seasons: {
    ...seasonsRule({ named: 'year such as 2024', schema: z.int().min(1900).max(2200) }),
    default: 'current' as const,
  },
} satisfies Record<Exclude<keyof ApiFootballOptions, 'timezone'>, OptionRule>

export const REFUSED_OPTIONS = { timezone: 'kick-offs are stored in UTC' }

/** The options with every default in place. */
export type ApiFootballSettings = ResolvedOptions<typeof OPTION_RULES>
