import { hkdfSync } from 'node:crypto'

/** A key made of a secret of the project. */
export type SealingKey = {
  /** Says which secret it was made of, and nothing about the secret: 16 hexadecimal digits. */
  readonly id: string
  readonly key: Buffer
}

/** The keys of a project. */
export type Keyring = {
  /** By id, the current one included. They open what was sealed with any of them. */
  readonly byId: ReadonlyMap<string, SealingKey>
  /** Seals whatever is sealed from now on. */
  readonly current: SealingKey
}

type CreateKeyringArgs = {
  /**
   * Secrets that the project had before: what was sealed with them can still be opened.
   *
   * @default none
   */
  oldSecrets?: readonly string[]
  /** The project's secret. Everything is sealed with a key made of it. */
  secret: string
}

const KEY_BYTES = 32
const ID_BYTES = 8
const SALT = 'payload-plugin-sync/sealing'

/** Makes the keys for `seal` and `open`. The same secrets make the same keys on every host. */
export const createKeyring = ({ oldSecrets = [], secret }: CreateKeyringArgs): Keyring => {
  const current = toKey(secret)
  const keys = [current, ...oldSecrets.map(toKey)]
  return { byId: new Map(keys.map((key) => [key.id, key])), current }
}

const toKey = (secret: string): SealingKey => ({
  id: derive({ length: ID_BYTES, purpose: 'id', secret }).toString('hex'),
  key: derive({ length: KEY_BYTES, purpose: 'key', secret }),
})

type DeriveArgs = { length: number; purpose: string; secret: string }

/** What is derived for one purpose tells nothing of what is derived for another. */
const derive = ({ length, purpose, secret }: DeriveArgs): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, SALT, purpose, length))
