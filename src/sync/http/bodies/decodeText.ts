import type { TextKind } from './BodyKind.js'

/** A text as it arrived, and what was said of it. */
export type Decoded = {
  charset: string
  /** `undefined` when nobody knows the charset or the bytes are none of it. */
  text: string | undefined
  /** The content type in lower case, without parameters; empty when none was said. */
  type: string
}

type DecodeTextArgs = {
  bytes: Uint8Array
  /** The header, without secrets. */
  contentType: string
  findCharset?: TextKind['findCharset']
}

/**
 * The bytes of an answer as text, decoded with the charset that the header names, or else the bytes
 * themselves, or else UTF-8. A byte order mark is left out.
 */
export const decodeText = ({ bytes, contentType, findCharset }: DecodeTextArgs): Decoded => {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';')
  const named = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '')
    .trim()
  const charset = named || findCharset?.(bytes)?.toLowerCase() || 'utf-8'
  return { type: type.trim(), charset, text: decode({ bytes, charset }) }
}

const decode = ({ bytes, charset }: { bytes: Uint8Array; charset: string }): string | undefined => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
