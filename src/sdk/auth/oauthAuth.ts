import type { ForbiddenTest, HttpAuth } from './HttpAuth.js'
import type { OAuthClient } from './oauthClient.js'

import { toClientForm, toClientHeaders, tokenAnswerSchema } from './oauthClient.js'
import { toBearer } from './toBearer.js'

/** What `oauthAuth` is given. */
export type OAuthOptions = {
  /** @default every 401 asks for a renewal */
  forbidden?: ForbiddenTest
  /** What requests are sent with. @default `Authorization: Bearer <token>` */
  headers?: (token: string) => Record<string, string>
  /** Milliseconds before its end at which an access token is renewed. @default 300_000 */
  refreshBeforeMs?: number
  /** What came of the consent of a person. Later ones that the provider sends are kept instead. */
  refreshToken: string
  /** Where tokens are renewed: a path below the base URL, or a whole URL. */
  tokenUrl: string
} & OAuthClient

/**
 * Staying signed in by OAuth 2, with the refresh token of a person's consent. An answer without a
 * new refresh token leaves the old one good; one with a new one is stored before it is used.
 */
export const oauthAuth = ({
  clientId,
  clientSecret,
  forbidden,
  headers = toBearer,
  refreshBeforeMs,
  refreshToken: first,
  tokenUrl,
}: OAuthOptions): HttpAuth => ({
  forbidden,
  headers,
  refresh: ({ http, refreshToken, signal }) =>
    http.post(tokenUrl, {
      body: {
        form: {
          ...toClientForm({ clientId, clientSecret }),
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
        },
      },
      headers: toClientHeaders({ clientId, clientSecret }),
      schema: tokenAnswerSchema,
      signal,
    }),
  refreshBeforeMs,
  refreshToken: first,
})
