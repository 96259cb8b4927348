import type { z } from 'zod'

import type { HttpBody, HttpQuery } from '../http/HttpClient.js'
import type { HttpAnswer } from '../http/HttpFacts.js'

/** A token as a provider has just given it. */
export type IssuedToken = {
  /**
   * Milliseconds until it runs out, from now on.
   *
   * @default what the token says of itself where it is a JWT; else it is used until it is refused
   */
  expiresInMs?: number
  /**
   * What renews it.
   *
   * @default the one that was used to renew it, which stays good
   */
  refreshToken?: string
  /** What requests are sent with. */
  token: string
}

type SignInRequestArgs<TSchema extends z.ZodType> = {
  /** Sent with this request, such as `Authorization: Basic …`. */
  headers?: Readonly<Record<string, string>>
  query?: HttpQuery
  schema: TSchema
  signal: AbortSignal
}

/**
 * Asks without the `headers` of the facts, so that no credentials go along but those you send. It
 * may therefore be given a whole URL, of a server that does nothing but sign people in. It repeats
 * nothing by itself.
 */
export type SignInClient = {
  get: <TSchema extends z.ZodType>(
    path: string,
    args: SignInRequestArgs<TSchema>,
  ) => Promise<z.output<TSchema>>
  post: <TSchema extends z.ZodType>(
    path: string,
    args: { body: HttpBody } & SignInRequestArgs<TSchema>,
  ) => Promise<z.output<TSchema>>
}

/** What a sign-in is given. */
export type LoginArgs = { http: SignInClient; signal: AbortSignal }

/** What a renewal is given. */
export type RefreshArgs = { refreshToken: string } & LoginArgs

/** Whether an answer with status 401 or 403 means "no access" instead of "sign in again". */
export type ForbiddenTest = (answer: Pick<HttpAnswer, 'body' | 'path' | 'status'>) => boolean

/**
 * How to sign in, and how to stay signed in. Make one with `tokenAuth` or `oauthAuth`; write one
 * yourself where signing in takes more than one request.
 *
 * Nothing in here decides when: one renewal at a time is done for a connection over all hosts, its
 * token is kept encrypted and shared, a request that is refused with 401 is sent again once with a
 * new token, and a connection whose renewal is refused three times in a row is deactivated.
 */
export type HttpAuth = {
  /**
   * Tells "this account may not see that" from "this token has run out". A renewal would not help,
   * so none is tried: the answer becomes `ACCESS_DENIED`.
   *
   * @default every 401 asks for a renewal, every 403 is no access
   */
  forbidden?: ForbiddenTest
  /** What requests are sent with, over the `headers` of the facts. */
  headers: (token: string) => Record<string, string>
  /**
   * Signs in with the credentials. Throw `CredentialsRefusedError` when they are wrong; a status of
   * 400, 401, 403 or 422 means it by itself. Leave it out where only a person can sign in.
   */
  login?: (args: LoginArgs) => Promise<IssuedToken>
  /**
   * Renews a token. When it is refused, `login` is tried.
   *
   * @default `login` is all there is
   */
  refresh?: (args: RefreshArgs) => Promise<IssuedToken>
  /**
   * Milliseconds before its end at which a token is renewed; at most half of its life.
   *
   * @default 300_000
   */
  refreshBeforeMs?: number
  /** The refresh token to begin with, where a person has signed in elsewhere. */
  refreshToken?: string
}
