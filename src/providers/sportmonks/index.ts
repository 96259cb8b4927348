import type { Resource } from '../../sdk/index.js'
import type { SportmonksOptions } from './options.js'

import { soccer } from '../../content/soccer/index.js'
import { defineProvider, followChoice, resolveProviderOptions } from '../../sdk/index.js'
import { countries } from './countries.js'
import { discoverLeagues } from './discoverLeagues.js'
import { findFailure } from './http/findFailure.js'
import { readQuota } from './http/readQuota.js'
import { toBudgets } from './http/toBudgets.js'
import { createLeagues } from './leagues.js'
import { createMatches } from './matches/createMatches.js'
import { OPTION_RULES } from './options.js'
import { players } from './players.js'
import { createSeasons } from './seasons.js'
import { createTeams } from './teams.js'

export type { SportmonksOptions, SportmonksSeasons } from './options.js'

/** Fifty matches with all their includes are a large answer; ten seconds would cut some off. */
const TIMEOUT_MS = 30_000

/**
 * Football data from Sportmonks, API version 3.
 *
 * Without an `apiToken` the environment variable `SPORTMONKS_API_TOKEN` is read; without both the
 * provider reports a problem and its runs are refused.
 *
 * @throws OptionsError that lists every option that cannot work
 */
export const sportmonks = (options: SportmonksOptions = {}) => {
  const { apiToken, baseUrl, ...settings } = resolveProviderOptions({
    environment: process.env,
    options,
    rules: OPTION_RULES,
    subject: 'sportmonks',
  })
  const followLeagues = (create: (all: typeof settings) => Resource): Resource =>
    followChoice({ create, option: 'leagues', settings })
  return defineProvider({
    name: 'sportmonks',
    content: soccer,
    discover: { leagues: discoverLeagues(settings) },
    http: {
      baseUrl,
      budgets: toBudgets,
      findFailure,
      readQuota,
      timeoutMs: TIMEOUT_MS,
      ...(apiToken !== undefined && {
        headers: { Authorization: apiToken },
        secrets: [apiToken],
      }),
    },
    label: 'Sportmonks',
    problems:
      apiToken === undefined
        ? [
            'Sportmonks has no API token. Set the environment variable SPORTMONKS_API_TOKEN or ' +
              'pass sportmonks({ apiToken }).',
          ]
        : [],
    // In the order a first sync needs them.
    resources: {
      countries,
      leagues: followLeagues(createLeagues),
      seasons: followLeagues(createSeasons),
      teams: followLeagues(createTeams),

      players,

      matches: followLeagues(createMatches),
    },
  })
}
