import { z } from 'zod'

import type { ForbiddenTest, HttpAuth } from './HttpAuth.js'

import { toBearer } from './toBearer.js'

/** What `oauthAuth` is given. */
export type OAuthOptions = {
  clientId: string
  /**
   * Sent by HTTP Basic, with the client's id.
   *
   * @default none: the id is sent in the form, as PKCE has it
   */
  clientSecret?: string
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
}

/** RFC 6749, section 5.1. Some send the seconds as text. */
const answerSchema = z
  .looseObject({
    access_token: z.string().min(1),
    expires_in: z.coerce.number().positive().optional(),
    refresh_token: z.string().min(1).nullish(),
  })
  .transform(({ access_token: token, expires_in: seconds, refresh_token: refreshToken }) => ({
    expiresInMs: seconds === undefined ? undefined : seconds * 1000,
    refreshToken: refreshToken ?? undefined,
    token,
  }))

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
          client_id: clientSecret === undefined ? clientId : undefined,
          grant_type: 'refresh_token',
          refresh_token: refreshToken,
        },
      },
      headers: clientSecret === undefined ? undefined : toBasic({ clientId, clientSecret }),
      schema: answerSchema,
      signal,
    }),
  refreshBeforeMs,
  refreshToken: first,
})

type ToBasicArgs = { clientId: string; clientSecret: string }

/** The standard wants both form-encoded first; names and secrets of letters and digits stay. */
const toBasic = ({ clientId, clientSecret }: ToBasicArgs): Record<string, string> => {
  const pair = [clientId, clientSecret].map((part) => encodeURIComponent(part)).join(':')
  return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}
