import type { HttpFacts } from '../../../sdk/index.js'
import type { RawAnswer } from '../request/sendRequest.js'

import { UnavailableError } from '../../../shared/errors/index.js'

type ReadJsonArgs = {
  answer: RawAnswer
  /** Takes secrets out of a text. */
  clean: (text: string) => string
  contentTypes?: HttpFacts['contentTypes']
  path: string
  /** The provider as people read it. */
  provider: string
}

/**
 * The body of an answer as JSON, decoded with the charset it names (UTF-8 unless it does). A byte
 * order mark is left out.
 *
 * @throws UnavailableError that says what came instead: HTML, another type, a charset that does not
 * fit the bytes, or JSON that is not whole
 */
export const readJson = ({
  answer: { bytes, headers, status },
  clean,
  contentTypes = [],
  path,
  provider,
}: ReadJsonArgs): unknown => {
  // Cleaned first: in another case a secret would not be found any more.
  const { type, charset } = readContentType(clean(headers.get('content-type') ?? ''))
  const refuse = (what: string): never => {
    throw new UnavailableError(
      clean(`${provider} answered ${path} with status ${status} and ${what}.`),
    )
  }
  const text = decode({ bytes, charset }) ?? refuse(`bytes that are no valid ${charset}`)
  const length = `${text.length} characters of`
  if (type === 'text/html' || /^\s*<(?:!doctype|html)/i.test(text)) {
    return refuse(`${length} HTML instead of JSON`)
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return refuse(`${length} ${type || 'no content type'} that are not whole JSON`)
  }
  return isJsonType(type) || contentTypes.includes(type)
    ? body
    : refuse(`${length} ${type} instead of JSON`)
}

/** Whole JSON is believed without a type and as plain text, which servers send for want of better. */
const isJsonType = (type: string): boolean =>
  type === '' || type === 'text/plain' || /[/+]json$/.test(type)

const readContentType = (header: string): { charset: string; type: string } => {
  const [type = '', ...parameters] = header.toLowerCase().split(';')
  const charset = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('charset='))
  return {
    type: type.trim(),
    charset: charset?.slice('charset='.length).replaceAll('"', '').trim() || 'utf-8',
  }
}

/** `undefined` when nobody knows the charset or the bytes are none of it. */
const decode = ({ bytes, charset }: { bytes: Uint8Array; charset: string }): string | undefined => {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
