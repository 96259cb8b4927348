import type { OptionRule } from '../../sdk/index.js'

import { BASE_URL_RULE, secretRule } from '../../sdk/index.js'

/** What a project may say about Spotify. */
export type SpotifyOptions = {
  /**
   * Where people agree and tokens are renewed. Change it for a server that plays Spotify in tests.
   *
   * @default the environment variable `SPOTIFY_ACCOUNTS_URL`, else `https://accounts.spotify.com`
   */
  accountsUrl?: string
  /**
   * Where the API is.
   *
   * @default the environment variable `SPOTIFY_BASE_URL`, else `https://api.spotify.com/v1`
   */
  baseUrl?: string
  /** Of the project's app at Spotify. @default the environment variable `SPOTIFY_CLIENT_ID` */
  clientId?: string
  /**
   * Of the same app.
   *
   * @default the environment variable `SPOTIFY_CLIENT_SECRET`, else none: an app that uses PKCE alone
   */
  clientSecret?: string
  /**
   * A refresh token of the project's own account, for a connection called `default`. People connect
   * theirs in the admin panel.
   *
   * @default the environment variable `SPOTIFY_REFRESH_TOKEN`, else there is no such connection
   */
  refreshToken?: string
}

export const OPTION_RULES = {
  accountsUrl: {
    ...BASE_URL_RULE,
    default: 'https://accounts.spotify.com',
    variables: ['SPOTIFY_ACCOUNTS_URL'],
  },
  baseUrl: {
    ...BASE_URL_RULE,
    default: 'https://api.spotify.com/v1',
    variables: ['SPOTIFY_BASE_URL'],
  },
  clientId: { ...secretRule('a client id in one word'), variables: ['SPOTIFY_CLIENT_ID'] },
  clientSecret: {
    ...secretRule('a client secret in one word'),
    variables: ['SPOTIFY_CLIENT_SECRET'],
  },
  refreshToken: {
    ...secretRule('a refresh token in one word'),
    variables: ['SPOTIFY_REFRESH_TOKEN'],
  },
} satisfies Record<keyof SpotifyOptions, OptionRule>
