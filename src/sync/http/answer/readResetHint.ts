import type { HttpAnswer } from '../../../sdk/index.js'

import { readWait } from './readWait.js'

/** Headers that many providers tell the end of a window in, and none defines. */
const RESET_HEADERS = ['x-ratelimit-reset', 'x-rate-limit-reset', 'ratelimit-reset']

/** Keys that many providers tell the wait in, in seconds. */
const BODY_KEYS = ['retry_after', 'resets_in_seconds']

type ReadResetHintArgs = { now: Date } & Pick<HttpAnswer, 'body' | 'headers'>

/**
 * Milliseconds until a spent quota is full again, where an answer tells it in one of the ways that
 * are common without being a standard: a header, or a key of the body or one level below, with
 * seconds or a moment. Absent or unreadable: `undefined`.
 */
export const readResetHint = ({ body, headers, now }: ReadResetHintArgs): number | undefined => {
  const told = [
    ...RESET_HEADERS.map((name) => headers.get(name)),
    ...[body, ...valuesOf(body)].flatMap((part) =>
      BODY_KEYS.map((key) => (isObject(part) ? part[key] : undefined)),
    ),
  ]
  return told.map((value) => readWait({ now, value })).find((ms) => ms !== undefined)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const valuesOf = (body: unknown): unknown[] => (isObject(body) ? Object.values(body) : [])
