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

/** A route that a client may ask so many times a minute. */
export const withLimit = ({ endpoint, isPolled = false, limits }: WithLimitArgs): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const { headers, payload, user } = req
    // Only of people who are signed in.
    if (isPolled && user && headers.has(POLLING_HEADER)) {
      return await endpoint.handler(req)
    }
    const waitMs = await takeRequest({
      client: findClient({ proxies: limits.proxies, req }),
      payload,
      perMinute: limits.requestsPerMinute,
    })
    return waitMs > 0
      ? tooMany({ message: `${limits.requestsPerMinute} requests a minute are allowed.`, waitMs })
      : await endpoint.handler(req)
  },
})
