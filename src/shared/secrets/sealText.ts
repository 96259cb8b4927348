import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

import { SealError } from '../errors/SealError.js'

const CIPHER = 'aes-256-gcm'
const VERSION = 'v1'
const KEY_BYTES = 32
const KEY_ID_BYTES = 6
const NONCE_BYTES = 12

type DeriveArgs = { bytes: number; purpose: string; secret: string }

/** Nobody gets from what is derived for one purpose to what is derived for another. */
const derive = ({ bytes, purpose, secret }: DeriveArgs): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `payload-plugin-sync/${purpose}`, bytes))

const toKey = (secret: string): Buffer => derive({ bytes: KEY_BYTES, purpose: 'seal/v1', secret })

/** Tells secrets apart without telling anything about them: 12 hexadecimal digits. */
export const toKeyId = (secret: string): string =>
  derive({ bytes: KEY_ID_BYTES, purpose: 'key-id/v1', secret }).toString('hex')

type SealTextArgs = {
  /** What the text belongs to: it opens nowhere else. */
  context: string
  /** Of the project. A key is derived from it. */
  secret: string
  text: string
}

/**
 * Encrypts a text with AES-256-GCM and a random nonce: `v1.<key id>.<nonce>.<ciphertext>.<tag>`. The
 * same text is never sealed to the same thing twice.
 */
export const sealText = ({ context, secret, text }: SealTextArgs): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, toKey(secret), nonce)
  cipher.setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const parts = [nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))
  return [VERSION, toKeyId(secret), ...parts].join('.')
}

/** The id of the key that something was sealed with; `undefined` for what is not sealed. */
export const findKeyId = (sealed: string): string | undefined => {
  const [version, keyId, ...parts] = sealed.split('.')
  return version === VERSION && parts.length === 3 ? keyId : undefined
}

type OpenTextArgs = {
  context: string
  sealed: string
  /** The project's own one, and those it had before. */
  secrets: readonly string[]
}

/**
 * What `sealText` sealed.
 *
 * @throws SealError when none of the secrets fits, or when it belongs to something else or was
 * changed
 */
export const openText = ({ context, sealed, secrets }: OpenTextArgs): string => {
  const keyId = findKeyId(sealed)
  const secret = secrets.find((known) => toKeyId(known) === keyId)
  if (secret === undefined) {
    throw new SealError({ reason: 'anotherSecret' })
  }
  const [nonce, ciphertext, tag] = sealed
    .split('.')
    .slice(2)
    .map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer]
  try {
    const decipher = createDecipheriv(CIPHER, toKey(secret), nonce, { authTagLength: 16 })
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
  } catch {
    throw new SealError({ reason: 'changed' })
  }
}
