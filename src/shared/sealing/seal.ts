import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

import type { Keyring, SealingKey } from './createKeyring.js'

import { UnreadableSecretError } from '../errors/UnreadableSecretError.js'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Named in everything sealed, so that another way to do it can come later. */
const VERSION = 's1'

/** `s1.<key id>.<nonce, text and tag as base64url>`. */
const FORM = /^s1\.([\da-f]{16})\.[\w-]+$/

type SealArgs = {
  /**
   * Where the value belongs, such as `syncConnections/library/north/credentials`. It is not stored,
   * and `open` must be given the same: what was sealed for one place does not open in another.
   */
  context: string
  keyring: Keyring
  value: string | Uint8Array
}

/**
 * Encrypts a text or bytes (AES-256-GCM with a random nonce). Sealing the same text twice gives two different
 * results. Letters, digits, `_`, `-` and `.` only.
 */
export const seal = ({ context, keyring: { current }, value }: SealArgs): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, current.key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(toAdditionalData({ id: current.id, context }))
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value
  const text = Buffer.concat([cipher.update(bytes), cipher.final()])
  const packed = Buffer.concat([nonce, text, cipher.getAuthTag()]).toString('base64url')
  return `${VERSION}.${current.id}.${packed}`
}

type OpenArgs = {
  /** The one it was sealed with. */
  context: string
  keyring: Keyring
  sealed: string
}

/**
 * The text that was sealed.
 *
 * @throws UnreadableSecretError for a key that the project does not have, for what was changed or
 * belongs elsewhere, and for what was never sealed
 */
export const open = (args: OpenArgs): string => openBytes(args).toString('utf8')

/** As `open`, the bytes that were sealed. */
export const openBytes = ({ context, keyring, sealed }: OpenArgs): Buffer => {
  const keyId = getKeyId(sealed)
  const known = keyId === undefined ? undefined : keyring.byId.get(keyId)
  if (!known) {
    throw new UnreadableSecretError({ keyId })
  }
  try {
    return decrypt({ context, known, packed: sealed.slice(sealed.lastIndexOf('.') + 1) })
  } catch {
    // The cause only says that the tag does not fit.
    throw new UnreadableSecretError()
  }
}

/** The id of the key that a value was sealed with; `undefined` for what was never sealed. */
export const getKeyId = (sealed: string): string | undefined => FORM.exec(sealed)?.[1]

/** Whether a value was sealed with the key that seals now: nothing is left to rotate. */
export const isSealedWithCurrentKey = ({ keyring, sealed }: Omit<OpenArgs, 'context'>): boolean =>
  getKeyId(sealed) === keyring.current.id

type DecryptArgs = { context: string; known: SealingKey; packed: string }

const decrypt = ({ context, known, packed }: DecryptArgs): Buffer => {
  const bytes = Buffer.from(packed, 'base64url')
  const decipher = createDecipheriv(ALGORITHM, known.key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(toAdditionalData({ id: known.id, context }))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const text = bytes.subarray(NONCE_BYTES, -TAG_BYTES)
  return Buffer.concat([decipher.update(text), decipher.final()])
}

type ToAdditionalDataArgs = { context: string; id: string }

const toAdditionalData = ({ id, context }: ToAdditionalDataArgs): Buffer =>
  Buffer.from(JSON.stringify([VERSION, id, context]))
