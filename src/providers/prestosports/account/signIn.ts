import { z } from 'zod'

import type { HttpAuth } from '../../../sdk/index.js'

import { tokenAuth } from '../../../sdk/index.js'

/** Signs in with the account of whoever works on the site of a team. */
export const credentialsSchema = z.object({
  password: z.string().min(1).meta({ title: 'Password' }),
  username: z.string().trim().min(1).meta({ format: 'plain', title: 'Username' }),
})

const tokenSchema = z
  .looseObject({
    expirationTimeInSeconds: z.coerce.number().positive().optional().catch(undefined),
    idToken: z.string().min(1),
    // Whether a renewal sends a new one is not known.
    refreshToken: z.string().min(1).nullish(),
  })
  .transform(({ expirationTimeInSeconds: seconds, idToken, refreshToken }) => ({
    token: idToken,
    ...(seconds !== undefined && { expiresInMs: seconds * 1000 }),
    ...(refreshToken && { refreshToken }),
  }))

/** What is said, with status 401, where the token is good and the account may not see this. */
const NO_ACCESS = /access denied/i

/** Whether a refusal is about the account, so that signing in again would help nothing. */
export const isNoAccess = (body: unknown): boolean => NO_ACCESS.test(JSON.stringify(body) ?? '')

type SignInArgs = { password: string; username: string }

/** A token for an hour, renewed with another one, or else with name and password. */
export const signIn = ({ password, username }: SignInArgs): HttpAuth =>
  tokenAuth({
    answer: tokenSchema,
    forbidden: ({ body }) => isNoAccess(body),
    login: { body: { json: { password, username } }, path: '/auth/token' },
    refresh: (refreshToken) => ({ body: { json: { refreshToken } }, path: '/auth/token/refresh' }),
  })
