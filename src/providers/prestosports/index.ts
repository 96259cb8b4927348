import type { PrestosportsSource } from './account/settings.js'
import type { PrestosportsOptions } from './options.js'

import { college } from '../../content/college/index.js'
import { DEFAULT_CONNECTION, defineProvider, resolveProviderOptions } from '../../sdk/index.js'
import { accounts } from './account/accounts.js'
import { readSettings } from './account/settings.js'
import { signIn } from './account/signIn.js'
import { boxScores } from './boxScore/boxScores.js'
import { matches } from './games/matches.js'
import { findFailure } from './http/findFailure.js'
import { OPTION_RULES } from './options.js'
import { players } from './players.js'
import { seasonStats } from './seasonStats/seasonStats.js'
import { teams } from './teams.js'

export type { PrestosportsConnection, PrestosportsOptions } from './options.js'

/** No limit is published: one request a second, for all accounts and hosts together. */
const POLITE_MS = 1000

/** A box score has a hundred kilobytes and is made while one waits. */
const TIMEOUT_MS = 30_000

/**
 * College sports from PrestoSports (Gameday): teams, rosters, games with box scores, and stats.
 *
 * People enter accounts in the admin panel. A project may name some in `connections` as well, or
 * one in the environment variables `PRESTOSPORTS_USERNAME` and `PRESTOSPORTS_PASSWORD`.
 *
 * @throws OptionsError that lists every option that cannot work
 */
export const prestosports = (options: PrestosportsOptions = {}) => {
  const { baseUrl, connections } = resolveProviderOptions({
    environment: process.env,
    options,
    rules: OPTION_RULES,
    subject: 'prestosports',
  })
  return defineProvider({
    name: 'prestosports',
    accounts,
    connect: ({ credentials: { password = '', username = '' } }) => ({
      auth: signIn({ password, username }),
      baseUrl,
      findFailure,
      quotas: [{ name: 'requests', limit: 1, per: 'provider', windowMs: POLITE_MS }],
      timeoutMs: TIMEOUT_MS,
    }),
    connections: connections ?? toDefaultConnection(process.env),
    content: college,
    label: 'PrestoSports',
    // In the order a first sync needs them.
    resources: {
      teams,

      players,

      matches,

      boxScores,

      seasonStats,
    },
    source: ({ settings }): PrestosportsSource => ({ settings: readSettings(settings) }),
  })
}

/** One connection of the environment, where any of it is set; what is missing is its problem. */
const toDefaultConnection = ({
  PRESTOSPORTS_PASSWORD: password,
  PRESTOSPORTS_USERNAME: username,
}: Readonly<Record<string, string | undefined>>): PrestosportsOptions['connections'] =>
  password || username
    ? { [DEFAULT_CONNECTION]: { credentials: { password, username } } }
    : undefined
