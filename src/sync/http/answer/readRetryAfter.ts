import { readWait } from './readWait.js'

type ReadRetryAfterArgs = {
  headers: Headers
  now: Date
}

/**
 * Milliseconds a provider asks to wait, from `Retry-After`. Absent or unreadable: `undefined`.
 *
 * @see RFC 9110, section 10.2.3
 */
export const readRetryAfter = ({ headers, now }: ReadRetryAfterArgs): number | undefined =>
  readWait({ now, value: headers.get('retry-after') })
