import type { AnswerKind, HttpFacts } from '../../../sdk/index.js'
import type { Decoded } from './decodeText.js'

import { InvalidAnswerError, isSyncError, UnavailableError } from '../../../shared/errors/index.js'
import { BODIES } from './BODIES.js'
import { decodeText } from './decodeText.js'
import { isJsonType } from './jsonBody.js'

type ToContentArgs = {
  as: AnswerKind
  bytes: Uint8Array
  /** Takes secrets out of a text. */
  clean: (text: string) => string
  contentTypes?: HttpFacts['contentTypes']
  headers: Headers
  path: string
  /** The provider as people read it. */
  provider: string
  status: number
}

/** What is inside an answer. */
export type Content = {
  /**
   * What a resource asked for.
   *
   * @throws UnavailableError that says what came instead: HTML, another type, a charset that does
   * not fit the bytes, or something that is not whole
   * @throws InvalidAnswerError for what is whole and must not be read
   */
  read: () => Promise<unknown>
  /** What failures and quotas are found in: JSON as its value, any other text as it is. */
  told: () => unknown
}

/** Looks into an answer that was read to its end. */
export const toContent = ({
  as,
  bytes,
  clean,
  contentTypes = [],
  headers,
  path,
  provider,
  status,
}: ToContentArgs): Content => {
  const { label, text: kind } = BODIES[as]
  // Cleaned first: in another case a secret would not be found any more.
  const contentType = clean(headers.get('content-type') ?? '')
  const decoded = decodeText({ bytes, contentType, findCharset: kind?.findCharset })
  const refuse = (what: string): never => {
    throw new UnavailableError(
      clean(`${provider} answered ${path} with status ${status} and ${what}.`),
    )
  }

  return {
    read: async () => {
      if (!kind) {
        return bytes
      }
      const { type, charset, text } = decoded
      if (text === undefined) {
        return refuse(`bytes that are no valid ${charset}`)
      }
      const length = `${text.length} characters of`
      if (as !== 'html' && isPage(decoded)) {
        return refuse(`${length} HTML instead of ${label}`)
      }
      if (!kind.isType(type) && !contentTypes.includes(type)) {
        return refuse(`${length} ${type} instead of ${label}`)
      }
      try {
        return await kind.parse(text)
      } catch (error) {
        if (isSyncError(error)) {
          throw new InvalidAnswerError(clean(`${provider} answered ${path}: ${error.message}`))
        }
        const reason = error instanceof Error && error.message ? `: ${error.message}` : ''
        return refuse(`${length} ${type || 'no content type'} that are not whole ${label}${reason}`)
      }
    },
    told: () => (kind || status >= 400 || isJsonType(decoded.type) ? toTold(decoded) : undefined),
  }
}

/** What comes in place of an answer when something between here and the provider fails. */
const isPage = ({ type, text = '' }: Decoded): boolean =>
  type === 'text/html' || /^\s*<(?:!doctype\s+html|html)/i.test(text)

const toTold = ({ type, text }: Decoded): unknown => {
  if (text === undefined || !isJsonType(type)) {
    return text
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
