type ReadRetryAfterArgs = {
  headers: Headers
  now: Date
}

/**
 * Milliseconds a provider asks to wait, from `Retry-After` as seconds or as an HTTP date. A date
 * that has passed means now. Absent or unreadable: `undefined`.
 *
 * @see RFC 9110, section 10.2.3
 */
export const readRetryAfter = ({ headers, now }: ReadRetryAfterArgs): number | undefined => {
  const value = headers.get('retry-after')?.trim()
  if (!value) {
    return undefined
  }
  if (/^\d+$/.test(value)) {
    return Number(value) * 1000
  }
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime())
}
