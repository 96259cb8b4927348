import type { WireRequest } from '../../../wireFormat.js'

import { RefusalError } from '../RefusalError.js'

/** The one header of ours that is allowed. */
export const KEY_HEADER = 'x-apisports-key'

/** What clients send by themselves: an HTTP library cannot leave all of it out. */
const TRANSPORT_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'host',
  'sec-fetch-mode',
  'user-agent',
])

const NO_KEY =
  'Error/Missing application key. Go to https://www.api-football.com/documentation-v3 to learn how ' +
  'to get your API application key.'

/**
 * Lets GET pass, with the key and with no other header. Throws `RefusalError`; the provider documents
 * that it refuses anything else, but not in which words.
 */
export const checkAccess = ({
  key,
  request: { headers, method },
}: {
  /** The only accepted key; `null` accepts any that is not empty. */
  key: null | string
  request: WireRequest
}): void => {
  const given = headers[KEY_HEADER]
  const strange = Object.keys(headers).find(
    (name) => name !== KEY_HEADER && !TRANSPORT_HEADERS.has(name),
  )
  if (method !== 'GET') {
    throw refuse({ method: `The ${method} method is not allowed.` })
  }
  if (strange !== undefined) {
    throw refuse({ headers: `The ${strange} header is not allowed.` })
  }
  if (key === null ? typeof given !== 'string' || given === '' : given !== key) {
    throw refuse({ token: NO_KEY })
  }
}

const refuse = (errors: Record<string, string>): RefusalError =>
  new RefusalError({ errors, isCounted: false })
