import type { Resource } from '../../sdk/index.js'
import type { ApiFootballOptions } from './options.js'

import { soccer } from '../../content/soccer/index.js'
import { defineProvider, followChoice, resolveProviderOptions } from '../../sdk/index.js'
import { countries } from './countries.js'
import { discoverLeagues } from './discoverLeagues.js'
import { findFailure } from './http/findFailure.js'
import { readQuota } from './http/readQuota.js'
import { createLeagues } from './leagues.js'
import { createMatches } from './matches/createMatches.js'
import { OPTION_RULES, REFUSED_OPTIONS } from './options.js'
import { createPlayers } from './players.js'
import { createSeasons } from './seasons.js'
import { createTeams } from './teams.js'

export type { ApiFootballOptions, ApiFootballSeasons } from './options.js'

/**
 * When the minute is used up, the server holds an answer for 10 to 15 seconds before it refuses.
 */
const TIMEOUT_MS = 20_000

/** A day's quota is back after midnight. */
const LONGEST_WAIT_MS = 24 * 60 * 60_000

/** Every request counts against both, as `readQuota` names them. */
const BUDGETS = ['day', 'minute']

/**
 * Football data from API-Football (api-sports.io), API version 3.
 *
 * Without an `apiKey` the environment variable `SPORTS_PROVIDER_API_KEY` is read, then
 * `API_FOOTBALL_KEY`; without any of them the provider reports a problem and its runs are refused.
 *
 * @throws OptionsError that lists every option that cannot work
 */
export const apiFootball = (options: ApiFootballOptions = {}) => {
  const { apiKey, baseUrl, ...settings } = resolveProviderOptions({
    environment: process.env,
    options,
    refused: REFUSED_OPTIONS,
    rules: OPTION_RULES,
    subject: 'apiFootball',
  })
  const followLeagues = (create: (all: typeof settings) => Resource): Resource =>
    followChoice({ create, option: 'leagues', settings })
  return defineProvider({
    name: 'api-football',
    content: soccer,
    discover: { leagues: discoverLeagues(settings) },
    http: {
      baseUrl,
      budgets: () => BUDGETS,
      findFailure,
      longestWaitMs: LONGEST_WAIT_MS,
      readQuota,
      timeoutMs: TIMEOUT_MS,
      ...(apiKey !== undefined && {
        headers: { 'x-apisports-key': apiKey },
        secrets: [apiKey],
      }),
    },
    label: 'API-Football',
    problems:
      apiKey === undefined
        ? [
            'API-Football has no API key. Set the environment variable SPORTS_PROVIDER_API_KEY ' +
              '(or API_FOOTBALL_KEY) or pass apiFootball({ apiKey }).',
          ]
        : [],
    // In the order a first sync needs them.
    quotaLabels: { day: 'Requests per day', minute: 'Requests per minute' },
    resources: {
      countries,
      leagues: followLeagues(createLeagues),
      seasons: followLeagues(createSeasons),
      teams: followLeagues(createTeams),

      players: followLeagues(createPlayers),

      matches: followLeagues(createMatches),
    },
  })
}
