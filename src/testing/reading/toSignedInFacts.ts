import type { HttpFacts } from '../../sdk/index.js'

import { CredentialsRefusedError } from '../../sdk/index.js'

/** What stands for the token of a provider where one signs in first. */
export const REPLAYED_TOKEN = 'replayed-token'

/**
 * Facts of somebody who has signed in already, and cannot do so again: recordings hold no tokens,
 * and a refusal among them is to be seen as one.
 */
export const toSignedInFacts = (facts: HttpFacts): HttpFacts => {
  let hasToken = false
  const login = () => {
    if (hasToken) {
      throw new CredentialsRefusedError('Nobody signs in twice in a test.')
    }
    hasToken = true
    return Promise.resolve({ token: REPLAYED_TOKEN })
  }
  const { auth, secrets = [] } = facts
  return auth
    ? {
        ...facts,
        auth: { ...auth, login, refresh: undefined, refreshToken: undefined },
        secrets: [...secrets, REPLAYED_TOKEN],
      }
    : facts
}
