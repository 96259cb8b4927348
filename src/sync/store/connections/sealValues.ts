import type { Keyring } from '../../../shared/sealing/createKeyring.js'
import type { Database } from '../Database.js'

import { createKeyring } from '../../../shared/sealing/createKeyring.js'
import { open, seal } from '../../../shared/sealing/seal.js'

/** What a connection is known by. */
export type ConnectionName = { connection: string; provider: string }

/** Where the secret is while it is changed that the project had before. */
export const OLD_SECRET_VARIABLE = 'PAYLOAD_SYNC_OLD_SECRET'

/** Made once: what makes a key of a secret takes its time. */
const keyrings = new Map<string, Keyring>()

/** The key of the project's secret, and that of the one it had before where that is given. */
export const getKeyring = ({ payload }: Pick<Database, 'payload'>): Keyring => {
  const { secret } = payload.config
  const old = process.env[OLD_SECRET_VARIABLE]
  const key = JSON.stringify([secret, old])
  const known = keyrings.get(key) ?? createKeyring({ oldSecrets: old ? [old] : [], secret })
  keyrings.set(key, known)
  return known
}

type ContextArgs = {
  /** What is sealed: two kinds of one connection do not open in each other's place. */
  kind: string
} & ConnectionName

const toContext = ({ connection, kind, provider }: ContextArgs): string =>
  JSON.stringify([provider, connection, kind])

type SealArgs = { database: Pick<Database, 'payload'>; values: unknown } & ContextArgs

/** Encrypts values of a connection, bound to it: in another row they do not open. */
export const sealValues = ({ database, values, ...context }: SealArgs): string =>
  seal({
    context: toContext(context),
    keyring: getKeyring(database),
    value: JSON.stringify(values),
  })

type OpenArgs = { database: Pick<Database, 'payload'>; sealed: string } & ContextArgs

/**
 * What `sealValues` sealed.
 *
 * @throws UnreadableSecretError when it was sealed with another secret, for another connection, or
 * was changed
 */
export const openValues = ({ database, sealed, ...context }: OpenArgs): unknown =>
  JSON.parse(
    open({ context: toContext(context), keyring: getKeyring(database), sealed }),
  ) as unknown
