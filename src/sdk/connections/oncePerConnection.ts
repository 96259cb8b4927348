import type { Provider } from '../Provider.js'
import type { Connection } from './Connection.js'

import { isSyncError, ResourceError } from '../../shared/errors/index.js'
import { redact } from '../../shared/redact.js'

type MakeArgs = { connection: Connection; provider: Provider }

/**
 * A function that makes something of a provider's connection the first time it is asked, and gives
 * the same thing from then on.
 *
 * @throws ResourceError when it cannot be made, without a word of the credentials
 */
export const oncePerConnection = <TMade>(make: (args: MakeArgs) => TMade) => {
  const known = new WeakMap<Provider, WeakMap<Connection, { made: TMade }>>()
  return ({ connection, provider }: MakeArgs): TMade => {
    const ofProvider = known.get(provider) ?? new WeakMap<Connection, { made: TMade }>()
    known.set(provider, ofProvider)
    const found = ofProvider.get(connection) ?? {
      made: withoutCredentials({
        connection,
        provider,
        work: () => make({ connection, provider }),
      }),
    }
    ofProvider.set(connection, found)
    return found.made
  }
}

type WithoutCredentialsArgs<TResult> = { work: () => TResult } & MakeArgs

const withoutCredentials = <TResult>({
  connection: { name, credentials },
  provider: { label },
  work,
}: WithoutCredentialsArgs<TResult>): TResult => {
  try {
    return work()
  } catch (error) {
    if (isSyncError(error)) {
      throw error
    }
    const reason = error instanceof Error ? error.message : String(error)
    // The cause is not kept: its stack may hold the credentials.
    throw new ResourceError(
      redact({
        secrets: Object.values(credentials),
        text: `${label} could not use its connection "${name}": ${reason}`,
      }),
    )
  }
}
