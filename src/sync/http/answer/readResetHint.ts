import type { HttpAnswer } from '../../../sdk/index.js'

/** Headers that many providers tell the end of a window in, and none defines. */
const RESET_HEADERS = ['x-ratelimit-reset', 'x-rate-limit-reset', 'ratelimit-reset']

/** Keys that many providers tell the wait in, in seconds. */
const BODY_KEYS = ['retry_after', 'resets_in_seconds']

/** Smaller numbers are seconds to wait, larger ones seconds since 1970. */
const FIRST_EPOCH_SECOND = 1e9

/** From here on they are milliseconds since 1970. */
const FIRST_EPOCH_MS = 1e12

type ReadResetHintArgs = { now: Date } & Pick<HttpAnswer, 'body' | 'headers'>

/**
 * Milliseconds until a spent quota is full again, where an answer tells it in one of the ways that
 * are common without being a standard: a header with seconds or a moment, or seconds in the body or
 * one level below. Absent or unreadable: `undefined`.
 */
export const readResetHint = ({ body, headers, now }: ReadResetHintArgs): number | undefined => {
  for (const name of RESET_HEADERS) {
    const value = Number(headers.get(name)?.trim() || Number.NaN)
    if (Number.isFinite(value) && value >= 0) {
      return toWait({ now, value })
    }
  }
  for (const part of [body, ...valuesOf(body)]) {
    for (const key of BODY_KEYS) {
      const seconds = isObject(part) ? part[key] : undefined
      if (typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0) {
        return seconds * 1000
      }
    }
  }
  return undefined
}

const toWait = ({ now, value }: { now: Date; value: number }): number => {
  if (value < FIRST_EPOCH_SECOND) {
    return value * 1000
  }
  return Math.max(0, (value < FIRST_EPOCH_MS ? value * 1000 : value) - now.getTime())
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const valuesOf = (body: unknown): unknown[] => (isObject(body) ? Object.values(body) : [])
