import type { Json } from '../../json.js'
import type { Emulation, WireAnswer, WireFormat, WireRequest } from '../../wireFormat.js'
import type { QuotaState } from './limits/createQuota.js'

import { isRow } from '../../json.js'
import { createContext } from './createContext.js'
import { checkAccess } from './limits/checkAccess.js'
import { checkPlan } from './limits/checkPlan.js'
import { checkQuota, rateLimitErrors } from './limits/checkQuota.js'
import { createQuota } from './limits/createQuota.js'
import { checkParameters } from './query/checkParameters.js'
import { readQuery } from './query/readQuery.js'
import { RefusalError } from './RefusalError.js'
import { routes } from './routes/routes.js'
import { pageOf, toBody } from './toBody.js'

/** Where the provider has a host of its own, the emulator has a path. */
export const PREFIX = '/api-football'

/** The wire format of API-Football, version 3. Nearly everything is status 200. */
export const createApiFootball = (emulation: Emulation): WireFormat => {
  const { clock, settings, token } = emulation
  const quota = createQuota({ clock, settings })
  /** The time of the emulator, by which a client reckons when its day ends. */
  const date = (): Record<string, string> => ({ date: clock.now().toUTCString() })

  const ask = (request: WireRequest): WireAnswer => {
    const path = toPath(request)
    const { query: parameters } = request
    checkAccess({ key: token, request })
    const route = routes.get(path)
    if (!route) {
      throw new RefusalError({
        errors: { endpoint: 'This endpoint do not exist.' },
        isCounted: false,
      })
    }
    const { isFree = false, isPaged = false } = route
    if (!isFree) {
      checkQuota(quota.look())
    }
    checkParameters({ parameters, rules: route.rules })
    const context = createContext(emulation)
    const query = readQuery(parameters)
    checkPlan({ now: context.now, plan: settings.plan, query })

    const found = route.find({ context, plan: settings.plan, query, quota: quota.look() })
    return {
      body: toBody({ found, isPaged, parameters, path }),
      entity: isFree ? null : ENTITY,
      headers: { ...date(), ...(!isFree && quotaHeaders(quota.count())) },
      status: 200,
    }
  }

  return {
    name: 'api-football',
    answer: (request) => {
      try {
        return ask(request)
      } catch (error) {
        if (!(error instanceof RefusalError)) {
          throw error
        }
        const { errors, isCounted } = error
        const state = isCounted ? quota.count() : quota.look()
        return {
          body: toBody({ errors, parameters: request.query, path: toPath(request) }),
          entity: isCounted ? ENTITY : null,
          headers: { ...date(), ...quotaHeaders(state) },
          status: 200,
        }
      }
    },
    distort: ({ answer, kind }) => ({ ...answer, body: DISTORTIONS[kind](answer.body) }),
    pageOf,
    prefixes: [PREFIX],
    // As reported beside the one with status 200, which comes when the minute really runs out.
    rateLimited: ({ request }) => {
      const { day, minute } = quota.look()
      return {
        body: toBody({
          errors: rateLimitErrors(minute),
          parameters: request.query,
          path: toPath(request),
        }),
        entity: null,
        headers: { ...date(), ...quotaHeaders({ day, minute: { ...minute, remaining: 0 } }) },
        status: 429,
      }
    },
  }
}

/** One quota for everything. */
const ENTITY = 'request'

const toPath = ({ path }: WireRequest): string => path.slice(PREFIX.length).replace(/\/$/, '')

/** Two pairs that differ by `-requests-`. */
const quotaHeaders = ({ day, minute }: QuotaState): Record<string, string> => ({
  'X-RateLimit-Limit': String(minute.limit),
  'X-RateLimit-Remaining': String(minute.remaining),
  'x-ratelimit-requests-limit': String(day.limit),
  'x-ratelimit-requests-remaining': String(day.remaining),
})

const DISTORTIONS: Readonly<Record<'duplicate' | 'empty' | 'no-data', (body: Json) => Json>> = {
  duplicate: (body) => {
    if (!isRow(body) || !Array.isArray(body.response)) {
      return body
    }
    const response = [...body.response, ...body.response]
    return { ...body, response, results: response.length }
  },
  empty: (body) =>
    isRow(body) ? { ...body, paging: { current: 1, total: 1 }, response: [], results: 0 } : body,
  'no-data': (body) => {
    const { response: _, ...rest } = isRow(body) ? body : {}
    return rest
  },
}
