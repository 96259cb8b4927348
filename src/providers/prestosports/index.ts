import type { Provider } from '../../sdk/index.js'
import type { PrestosportsSource } from './account/settings.js'
import type { PrestosportsOptions } from './options.js'

import { college } from '../../content/college/index.js'
import { DEFAULT_CONNECTION, defineProvider, resolveProviderOptions } from '../../sdk/index.js'
import { settingsSchema } from './account/settings.js'
import { signIn } from './account/signIn.js'
import { matches } from './games/matches.js'
import { findFailure } from './http/findFailure.js'
import { OPTION_RULES } from './options.js'
import { players } from './players.js'
import { teams } from './teams.js'

export type { PrestosportsConnection, PrestosportsOptions } from './options.js'

/** A box score has a hundred kilobytes and is made while one waits. */
const TIMEOUT_MS = 30_000

/**
 * College sports from PrestoSports (Gameday): teams, rosters, games with box scores, and stats.
 *
 * Without `connections` the environment variables `PRESTOSPORTS_USERNAME` and
 * `PRESTOSPORTS_PASSWORD` are read. A connection without credentials reports a problem, and its
 * runs are refused.
 *
 * @throws OptionsError that lists every option that cannot work
 */
export const prestosports = (options: PrestosportsOptions = {}): Provider => {
  const { baseUrl, connections } = resolveProviderOptions({
    environment: process.env,
    options,
    rules: OPTION_RULES,
    subject: 'prestosports',
  })
  return defineProvider({
    name: 'prestosports',
    connect: ({ credentials: { password = '', username = '' } }) => ({
      baseUrl,
      findFailure,
      refreshAuth: signIn({ baseUrl, password, username }),
      timeoutMs: TIMEOUT_MS,
    }),
    connections: connections ?? {
      [DEFAULT_CONNECTION]: {
        credentials: {
          password: process.env.PRESTOSPORTS_PASSWORD,
          username: process.env.PRESTOSPORTS_USERNAME,
        },
      },
    },
    content: college,
    label: 'PrestoSports',
    // In the order a first sync needs them.
    resources: {
      teams,

      players,

      matches,
    },
    source: ({ settings }): PrestosportsSource => ({ settings: settingsSchema.parse(settings) }),
  })
}
