import type { AccountArgs } from '../../../sdk/index.js'
import type { FoundConnection } from './getConnection.js'

import { RefusedError, UnavailableError } from '../../../shared/errors/index.js'
import { redactError } from '../../../shared/errors/redactError.js'
import { createRunClient } from '../../engine/run/client/createRunClient.js'

/** A person waits for it. */
const TIMEOUT_MS = 20_000
const ATTEMPTS = 1

type AskConnectionArgs<TAnswer> = {
  ask: (args: AccountArgs) => Promise<TAnswer>
  found: FoundConnection
}

/**
 * Asks a provider in the name of one connection, also of one that is not active or has no settings
 * yet.
 *
 * @throws RefusedError when its credentials are not there
 * @throws SyncError when the provider fails; without a word of the credentials
 */
export const askConnection = async <TAnswer>({
  ask,
  found: { connection, provider, stored, sync },
}: AskConnectionArgs<TAnswer>): Promise<TAnswer> => {
  const [problem] = connection.problems
  if (Object.keys(connection.credentials).length === 0) {
    throw new RefusedError({
      code: 'PROVIDER_NOT_CONFIGURED',
      message: problem ?? `The connection "${stored.label}" has no credentials yet.`,
    })
  }
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  let secrets = Object.values(connection.credentials)
  try {
    const http = createRunClient({
      attempts: ATTEMPTS,
      provider,
      run: { connection: stored.name, lane: 'live' },
      sync,
    })
    secrets = [...secrets, ...http.secrets()]
    return await ask({ http: http.forPage(), settings: connection.settings, signal })
  } catch (error) {
    if (signal.aborted) {
      throw new UnavailableError(
        `${provider.label} did not answer within ${TIMEOUT_MS / 1000} seconds. Try again later.`,
      )
    }
    throw redactError({ error, secrets })
  }
}
