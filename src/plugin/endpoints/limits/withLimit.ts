import type { Endpoint } from 'payload'

import type { ResolvedLimits } from '../../options/limits/LimitOptions.js'

import { POLLING_HEADER } from '../../../shared/POLLING_HEADER.js'
import { takeRequest } from '../../../sync/operations/limits/takeRequest.js'
import { findClient } from './findClient.js'
import { tooMany } from './tooMany.js'

type WithLimitArgs = {
  endpoint: Endpoint
  /** Whether the admin panel reads it by itself, again and again. @default false */
  isPolled?: boolean
  limits: ResolvedLimits
}

/**
 * What the panel may read by itself: twenty open tabs, each of which asks every second. It is no part
 * of what its user may ask, and it is not without end, because anybody can send the header.
 */
const POLLS_PER_MINUTE = 1200

/** A route that a client may ask so many times a minute. */
export const withLimit = ({ endpoint, isPolled = false, limits }: WithLimitArgs): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const { headers, payload, user } = req
    // Only of people who are signed in.
    const isPoll = isPolled && user !== null && headers.has(POLLING_HEADER)
    const client = findClient({ proxies: limits.proxies, req })
    const perMinute = isPoll ? POLLS_PER_MINUTE : limits.requestsPerMinute
    const waitMs = await takeRequest({
      client: isPoll ? `panel:${client}` : client,
      payload,
      perMinute,
    })
    return waitMs > 0
      ? tooMany({ message: `${perMinute} requests a minute are allowed.`, waitMs })
      : await endpoint.handler(req)
  },
})
