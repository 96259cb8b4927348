import type { z } from 'zod'

import type { JsonValue } from '../../shared/json.js'
import type { FormValue } from '../http/HttpClient.js'
import type { ForbiddenTest, HttpAuth, IssuedToken, LoginArgs } from './HttpAuth.js'

import { toBearer } from './toBearer.js'

/** A request whose answer holds a token. */
export type TokenRequest = {
  /** Sent by POST; without one it is a GET. */
  body?: { form: Readonly<Record<string, FormValue>> } | { json: JsonValue }
  /** Sent with this request only. @default none */
  headers?: Readonly<Record<string, string>>
  /** Below the base URL, or a whole URL of a server that signs people in. */
  path: string
}

/** What `tokenAuth` is given. */
export type TokenAuthOptions = {
  /**
   * The shape of an answer that holds a token, and what it comes to: a zod schema with a
   * `transform`. One that does not fit is `INVALID_ANSWER`, and says nothing of the credentials.
   */
  answer: z.ZodType<IssuedToken>
  /** @default every 401 asks for a renewal */
  forbidden?: ForbiddenTest
  /** What requests are sent with. @default `Authorization: Bearer <token>` */
  headers?: (token: string) => Record<string, string>
  /** Signs in with the credentials. */
  login: TokenRequest
  /** Renews with a refresh token. @default `login` does */
  refresh?: (refreshToken: string) => TokenRequest
  /** Milliseconds before its end at which a token is renewed. @default 300_000 */
  refreshBeforeMs?: number
}

/**
 * Signing in with credentials for a token that runs out:
 *
 * ```ts
 * auth: tokenAuth({
 *   answer: z
 *     .object({ token: z.string(), refreshToken: z.string().optional(), seconds: z.number() })
 *     .transform(({ refreshToken, seconds, token }) => ({
 *       expiresInMs: seconds * 1000,
 *       refreshToken,
 *       token,
 *     })),
 *   login: { body: { json: { password, username } }, path: '/login' },
 *   refresh: (refreshToken) => ({ body: { json: { refreshToken } }, path: '/login/renew' }),
 * })
 * ```
 */
export const tokenAuth = ({
  answer,
  forbidden,
  headers = toBearer,
  login,
  refresh,
  refreshBeforeMs,
}: TokenAuthOptions): HttpAuth => ({
  forbidden,
  headers,
  login: (args) => askForToken({ ...args, answer, request: login }),
  refresh:
    refresh &&
    (({ refreshToken, ...args }) =>
      askForToken({ ...args, answer, request: refresh(refreshToken) })),
  refreshBeforeMs,
})

type AskForTokenArgs = { answer: z.ZodType<IssuedToken>; request: TokenRequest } & LoginArgs

const askForToken = async ({
  answer: schema,
  http,
  request: { body, headers, path },
  signal,
}: AskForTokenArgs): Promise<IssuedToken> =>
  body
    ? await http.post(path, { body, headers, schema, signal })
    : await http.get(path, { headers, schema, signal })
