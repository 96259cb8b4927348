import type { HttpAnswer, Quota } from '../../../sdk/index.js'

import { msUntilMidnight } from './msUntilMidnight.js'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * What is left of the day and of the minute. Two pairs of headers that differ by `-requests-`, not
 * by their case. The minute is full again after a minute at the latest. Answers without a pair
 * (`/status`, errors of a gateway) tell nothing of it.
 */
export const readQuota = ({ headers }: HttpAnswer): Quota[] => [
  ...read({
    name: 'day',
    headers,
    prefix: 'x-ratelimit-requests',
    resetsInMs: msUntilMidnight({ headers }),
    windowMs: DAY_MS,
  }),
  ...read({
    name: 'minute',
    headers,
    prefix: 'x-ratelimit',
    resetsInMs: MINUTE_MS,
    windowMs: MINUTE_MS,
  }),
]

type ReadArgs = {
  headers: Headers
  name: string
  prefix: string
  resetsInMs: number | undefined
  windowMs: number
}

const read = ({ name, headers, prefix, resetsInMs, windowMs }: ReadArgs): Quota[] => {
  const limit = toNumber(headers.get(`${prefix}-limit`))
  const remaining = toNumber(headers.get(`${prefix}-remaining`))
  if (remaining === undefined) {
    return []
  }
  return [
    {
      name,
      remaining: Math.max(0, remaining),
      windowMs,
      ...(limit !== undefined && { limit }),
      ...(resetsInMs !== undefined && { resetsInMs }),
    },
  ]
}

const toNumber = (text: null | string): number | undefined => {
  const value = Number(text?.trim() || Number.NaN)
  return Number.isFinite(value) ? value : undefined
}
