import { z } from 'zod'

import type { SpotifyOptions } from './options.js'
import type { SpotifySource } from './plan.js'

import { subscriptions } from '../../content/subscriptions/index.js'
import {
  DEFAULT_CONNECTION,
  defineProvider,
  oauthConsent,
  resolveProviderOptions,
} from '../../sdk/index.js'
import { findFailure } from './findFailure.js'
import { OPTION_RULES } from './options.js'
import { plan } from './plan.js'

export type { SpotifyOptions } from './options.js'

/** From the moment somebody agreed, however often tokens are renewed. */
const CONSENT_MONTHS = 6

/** A blocked app may be told to wait for hours. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000

/**
 * The plans of Spotify that people have. They connect by agreeing at Spotify. The project needs an
 * app there: its client id and secret.
 *
 * @throws OptionsError that lists every option that cannot work
 */
export const spotify = (options: SpotifyOptions = {}) => {
  const { accountsUrl, baseUrl, clientId, clientSecret, refreshToken } = resolveProviderOptions({
    environment: process.env,
    options,
    rules: OPTION_RULES,
    subject: 'spotify',
  })
  const consent = oauthConsent({
    authorizeUrl: `${accountsUrl}/authorize`,
    clientId: clientId ?? '',
    clientSecret,
    expiresAfterMonths: CONSENT_MONTHS,
    scopes: ['user-read-private'],
    tokenUrl: `${accountsUrl}/api/token`,
  })
  return defineProvider({
    name: 'spotify',
    accounts: {
      consent,
      schedules: [{ cron: '40 5 * * *', mode: 'full' }],
      test: ({ http, signal }) => http.get('/me', { schema: z.looseObject({}), signal }),
    },
    connect: ({ credentials }) => ({
      auth: consent.auth(credentials),
      baseUrl,
      findFailure,
      longestWaitMs: LONGEST_WAIT_MS,
      secrets: clientSecret === undefined ? [] : [clientSecret],
    }),
    connections:
      refreshToken === undefined
        ? undefined
        : { [DEFAULT_CONNECTION]: { credentials: { refreshToken } } },
    content: subscriptions,
    label: 'Spotify',
    problems:
      clientId === undefined
        ? ['Set SPOTIFY_CLIENT_ID, or spotify({ clientId }), to the id of your app at Spotify.']
        : [],
    resources: { plan },
    source: ({ name }): SpotifySource => ({ connection: name }),
  })
}
