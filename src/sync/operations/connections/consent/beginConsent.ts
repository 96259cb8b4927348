import type { Payload } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'

import { RefusedError } from '../../../../shared/errors/index.js'
import { getConnection } from '../getConnection.js'
import { createVerifier, sealState, toChallenge } from './consentState.js'

/** How long somebody may take at the provider. */
const MOST_MS = 15 * 60 * 1000

type BeginConsentArgs = {
  connectionId: number | string
  payload: Payload
  /** Where the provider is to send the person back to. */
  redirectUrl: string
  /** Other connections are none that there are. */
  sight: Sight
  /** Who asks: only they may come back with what comes of it. */
  user: string
}

/**
 * The page of the provider on which somebody agrees that a connection reads in their name.
 *
 * @throws RefusedError when there is none of that id, or its provider asks for no consent
 */
export const beginConsent = async ({
  connectionId,
  payload,
  redirectUrl,
  sight,
  user,
}: BeginConsentArgs): Promise<URL> => {
  const { provider, stored, sync } = await getConnection({ connectionId, payload, sight })
  const consent = provider.accounts?.consent
  const [problem] = provider.problems
  if (!consent || problem !== undefined) {
    throw new RefusedError({
      code: 'PROVIDER_NOT_CONFIGURED',
      message: problem ?? `${provider.label} asks nobody to agree.`,
    })
  }
  const verifier = createVerifier()
  const state = sealState({
    database: sync.database,
    state: {
      connectionId: String(stored.id),
      redirectUrl,
      until: sync.clock.now().getTime() + MOST_MS,
      user,
      verifier,
    },
  })
  const url = new URL(consent.authorizeUrl)
  const query = {
    ...consent.query,
    client_id: consent.clientId,
    code_challenge: toChallenge(verifier),
    code_challenge_method: 'S256',
    redirect_uri: redirectUrl,
    response_type: 'code',
    scope: consent.scopes.join(' '),
    state,
  }
  for (const [name, value] of Object.entries(query)) {
    url.searchParams.set(name, value)
  }
  return url
}
