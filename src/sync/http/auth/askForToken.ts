import type { HttpAuth, IssuedToken, SignInClient } from '../../../sdk/index.js'
import type { AuthState, KeptToken } from './AuthState.js'

import { isSyncError } from '../../../shared/errors/index.js'
import { toKeptToken } from './toKeptToken.js'

type AskForTokenArgs = {
  auth: HttpAuth
  http: SignInClient
  now: () => number
  /** Ends each of the requests. */
  signal: () => AbortSignal
  state: Pick<AuthState, 'token'>
}

/** What came of a renewal and of the sign-in after it. */
export type Asked = { refused: Error } | { token: KeptToken }

/**
 * Renews a token, or signs in where there is nothing to renew or it was refused. A refused renewal
 * and the refused sign-in after it are one refusal.
 *
 * @throws Error when nobody knows: no answer, an answer of an unknown shape, a spent quota
 */
export const askForToken = async ({
  auth,
  http,
  now,
  signal,
  state: { token },
}: AskForTokenArgs): Promise<Asked> => {
  const refreshToken = token?.refreshToken ?? auth.refreshToken ?? null
  const keep = (issued: IssuedToken, used: null | string): Asked => ({
    token: toKeptToken({ auth, issued, now: now(), refreshToken: used }),
  })
  let refused: Error | undefined
  if (auth.refresh && refreshToken !== null) {
    try {
      return keep(await auth.refresh({ http, refreshToken, signal: signal() }), refreshToken)
    } catch (error) {
      refused = requireRefusal(error)
    }
  }
  if (!auth.login) {
    return { refused: refused ?? new Error('there is nothing to sign in with') }
  }
  try {
    return keep(await auth.login({ http, signal: signal() }), null)
  } catch (error) {
    return { refused: requireRefusal(error) }
  }
}

/** What says that credentials are wrong: the statuses 400, 401, 403, 422 and their like. */
const REFUSALS: readonly string[] = ['ACCESS_DENIED', 'CREDENTIALS_REFUSED', 'REQUEST_REFUSED']

/**
 * The error, where it is a refusal of credentials.
 *
 * @throws the error, where it says nothing of them
 */
const requireRefusal = (error: unknown): Error => {
  if (isSyncError(error) && REFUSALS.includes(error.code)) {
    return error
  }
  throw error
}
