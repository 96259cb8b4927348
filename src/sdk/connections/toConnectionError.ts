import type { Provider } from '../Provider.js'
import type { Connection } from './Connection.js'

import { isSyncError, ResourceError } from '../../shared/errors/index.js'
import { redactError } from '../../shared/errors/redactError.js'
import { redact } from '../../shared/redact/redact.js'

type ToConnectionErrorArgs = { connection: Connection; error: unknown; provider: Provider }

/**
 * What to throw when a provider cannot use a connection, without a word of its credentials. An
 * error that says itself what it is stays what it is; any other becomes a `ResourceError`.
 */
export const toConnectionError = ({
  connection: { name, credentials },
  error,
  provider: { label },
}: ToConnectionErrorArgs): Error => {
  const secrets = Object.values(credentials)
  if (isSyncError(error)) {
    return redactError({ error, secrets })
  }
  const reason = error instanceof Error ? error.message : String(error)
  // The cause is not kept: its stack may hold the credentials.
  return new ResourceError(
    redact({ secrets, text: `${label} could not use its connection "${name}": ${reason}` }),
  )
}
