import type { Provider } from '../../sdk/index.js'
import type { SportmonksOptions } from './SportmonksOptions.js'

import { soccer } from '../../content/soccer/index.js'
import { defineProvider } from '../../sdk/index.js'
import { findFailure } from './findFailure.js'
import { readQuota } from './readQuota.js'
import { resolveOptions } from './resolveOptions.js'
import { countries } from './resources/countries.js'
import { createLeagues } from './resources/createLeagues.js'
import { createMatches } from './resources/createMatches.js'
import { createSeasons } from './resources/createSeasons.js'
import { createTeams } from './resources/createTeams.js'
import { players } from './resources/players.js'
import { toBudgets } from './toBudgets.js'

export type { SportmonksOptions, SportmonksSeasons } from './SportmonksOptions.js'

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
export const sportmonks = (options: SportmonksOptions = {}): Provider => {
  const { apiToken, baseUrl, ...settings } = resolveOptions({
    environment: process.env,
    options,
  })
  return defineProvider({
    name: 'sportmonks',
    content: soccer,
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
      leagues: createLeagues(settings),
      seasons: createSeasons(settings),
      teams: createTeams(settings),

      players,

      matches: createMatches(settings),
    },
  })
}
