import type { Provider } from '../Provider.js'
import type { Connection } from './Connection.js'

import { toConnectionError } from './toConnectionError.js'

type MakeArgs = { connection: Connection; provider: Provider }

/**
 * A function that makes something of a provider's connection the first time it is asked, and gives
 * the same thing from then on. What could not be made is tried again the next time; so is a promise
 * that rejects.
 *
 * @throws ResourceError when it cannot be made, or the SyncError that `make` throws; without a word
 * of the credentials
 */
export const oncePerConnection = <TMade>(make: (args: MakeArgs) => TMade) => {
  const known = new WeakMap<Provider, WeakMap<Connection, { made: TMade }>>()
  return ({ connection, provider }: MakeArgs): TMade => {
    const ofProvider = known.get(provider) ?? new WeakMap<Connection, { made: TMade }>()
    known.set(provider, ofProvider)
    const found = ofProvider.get(connection)
    if (found) {
      return found.made
    }
    const made = tryToMake({ connection, make, provider })
    ofProvider.set(connection, { made })
    if (made instanceof Promise) {
      made.catch(() => ofProvider.delete(connection))
    }
    return made
  }
}

type TryToMakeArgs<TMade> = { make: (args: MakeArgs) => TMade } & MakeArgs

const tryToMake = <TMade>({ connection, make, provider }: TryToMakeArgs<TMade>): TMade => {
  try {
    return make({ connection, provider })
  } catch (error) {
    throw toConnectionError({ connection, error, provider })
  }
}
