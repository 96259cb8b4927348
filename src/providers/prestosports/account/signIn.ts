import { z } from 'zod'

import type { HttpFacts, RefreshAuthArgs, RenewedAuth } from '../../../sdk/index.js'

import { isSyncError } from '../../../sdk/index.js'

const tokenSchema = z.looseObject({
  expirationTimeInSeconds: z.number().nullish(),
  idToken: z.string().min(1),
  refreshToken: z.string().min(1).nullish(),
})

type SignInArgs = { baseUrl: string; password: string; username: string }

/**
 * How a connection signs in: with its name and password, and later with the token it got for
 * renewing. Where that is refused it signs in once more.
 */
export const signIn = ({
  baseUrl,
  password,
  username,
}: SignInArgs): NonNullable<HttpFacts['refreshAuth']> => {
  let refreshToken: string | undefined

  const ask = async ({
    body,
    http,
    path,
    signal,
  }: { body: Record<string, string>; path: string } & RefreshAuthArgs): Promise<RenewedAuth> => {
    const answer = await http.post(`${baseUrl}${path}`, {
      body: { json: body },
      schema: tokenSchema,
      signal,
    })
    // Whether a renewal sends a new one is not known: the old one is kept then.
    refreshToken = answer.refreshToken ?? refreshToken
    return {
      headers: { Authorization: `Bearer ${answer.idToken}` },
      secrets: [answer.idToken, ...(refreshToken === undefined ? [] : [refreshToken])],
    }
  }

  return async (context) => {
    const known = refreshToken
    if (known !== undefined) {
      try {
        return await ask({ ...context, body: { refreshToken: known }, path: '/auth/token/refresh' })
      } catch (error) {
        if (!isSyncError(error, 'CREDENTIALS_REFUSED')) {
          throw error
        }
        refreshToken = undefined
      }
    }
    return await ask({ ...context, body: { password, username }, path: '/auth/token' })
  }
}
