import type { Json, Row } from '../../json.js'
import type { Emulation, WireAnswer, WireFormat, WireRequest } from '../../wireFormat.js'
import type { RateLimitState } from './limits/createRateLimit.js'
import type { Query } from './query/parseQuery.js'
import type { Found, Route } from './routes/routes.js'
import type { Context, EntityName } from './types.js'

import { isRow, jsonText } from '../../json.js'
import { createContext } from './createContext.js'
import { createRateLimit } from './limits/createRateLimit.js'
import { rateLimitBody } from './limits/rateLimitBody.js'
import { applyFilters, asksForDeleted, deletedFixtures } from './query/applyFilters.js'
import { checkIncludes, expandRow } from './query/expandRow.js'
import { checkSelect } from './query/isSelected.js'
import { pageOf, parseQuery } from './query/parseQuery.js'
import { toPage } from './query/toPage.js'
import { matchRoute } from './routes/matchRoute.js'
import { catalog } from './rows/catalog.js'
import { unauthenticated, unknownEndpoint, WireError } from './WireError.js'

/** The wire format of the Sportmonks Football API, version 3. */
export const createSportmonks = (emulation: Emulation): WireFormat => {
  const { clock, settings, token } = emulation
  const rateLimit = createRateLimit({ clock, settings })

  const refuse = ({ body, status }: WireError): WireAnswer => ({ body, entity: null, status })

  const limited = ({ pool, shape }: { pool: string; shape: Shape }): WireAnswer => {
    const state = rateLimit.look(pool)
    return {
      body: rateLimitBody({ shape, state }),
      entity: null,
      headers: {
        ...rateHeaders({ ...state, remaining: 0 }),
        'retry-after': String(state.resetsInSeconds),
      },
      status: 429,
    }
  }

  return {
    name: 'sportmonks',
    answer: (request) => {
      try {
        checkToken({ request, token })
        const matched = request.method === 'GET' ? matchRoute(request.path) : null
        if (!matched) {
          throw unknownEndpoint()
        }
        const { params, route } = matched
        if (rateLimit.look(route.pool).remaining === 0) {
          return limited({ pool: route.pool, shape: 'docs' })
        }
        const context = createContext(emulation)
        const query = parseQuery({ maxDepth: route.maxDepth ?? 3, query: request.query })
        const found = route.find({ context, params })
        checkIncludes({ entity: found.entity, includes: query.includes })

        const content = toContent({ context, found, query, request, route, settings })
        const state = rateLimit.count(route.pool)
        return {
          body: { ...content, ...envelope({ pool: route.pool, state }) },
          entity: route.pool,
          headers: rateHeaders(state),
          status: 200,
        }
      } catch (error) {
        if (error instanceof WireError) {
          return refuse(error)
        }
        throw error
      }
    },
    distort: ({ answer, kind }) => ({ ...answer, body: DISTORTIONS[kind](answer.body) }),
    pageOf,
    prefixes: ['/v3/core', '/v3/football'],
    rateLimited: ({ request, shape }) =>
      limited({ pool: matchRoute(request.path)?.route.pool ?? 'Fixture', shape }),
  }
}

type Shape = Parameters<WireFormat['rateLimited']>[0]['shape']

const checkToken = ({ request, token }: { request: WireRequest; token: null | string }): void => {
  const given = request.query.get('api_token') ?? request.headers.authorization
  const isAccepted = token === null ? typeof given === 'string' && given !== '' : given === token
  if (!isAccepted) {
    throw unauthenticated()
  }
}

const rateHeaders = ({ limit, remaining }: RateLimitState): Record<string, string> => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
})

/** The blocks that every counted answer ends with. */
const envelope = ({ pool, state }: { pool: string; state: RateLimitState }): Row => ({
  rate_limit: {
    remaining: state.remaining,
    requested_entity: pool,
    resets_in_seconds: state.resetsInSeconds,
  },
  subscription: [
    {
      add_ons: [],
      meta: [],
      plans: [{ category: 'Standard', plan: 'Emulated Plan', sport: 'Football' }],
      widgets: [],
    },
  ],
  timezone: 'UTC',
})

const NO_RESULT: Row = {
  message:
    'No result(s) found matching your request. Either the query did not return any results or ' +
    "you don't have access to it via your current subscription.",
}

/** `data` and, for a list in pages, `pagination`; or the message that stands for "nothing". */
const toContent = ({
  context,
  found,
  query,
  request,
  route,
  settings,
}: {
  context: Context
  found: Found
  query: Query
  request: WireRequest
  route: Route
  settings: Emulation['settings']
}): Row => {
  const { entity } = found
  const { includes, select } = query
  const expand = (row: Row): Row => expandRow({ context, entity, fields: select, includes, row })

  if ('row' in found) {
    if (!found.row) {
      return NO_RESULT
    }
    checkSelect({ known: knownFields({ entity, row: found.row }), select })
    return { data: expand(found.row) }
  }

  const items = 'ids' in found ? sorted({ context, found, query }) : found.rows
  const page = route.isPaged ? toPage({ items, query, request, settings }) : { items }
  const rows = page.items
    .map((item) => (typeof item === 'number' ? findListed({ id: item, context, found }) : item))
    .filter((row) => row !== null)

  if (rows.length === 0 && !route.answersEmptyList) {
    return NO_RESULT
  }
  checkSelect({ known: knownFields({ entity, row: rows[0] ?? {} }), select })
  return {
    data: rows.map(expand),
    ...('pagination' in page ? { pagination: page.pagination } : {}),
  }
}

const sorted = ({
  context,
  found,
  query: { filters, order, sortBy },
}: {
  context: Context
  found: Extract<Found, { ids: number[] }>
  query: Query
}): (number | Row)[] => {
  const { entity } = found
  if (entity === 'fixture' && asksForDeleted(filters)) {
    return deletedFixtures(context)
  }
  const ids = applyFilters({ context, entity, filters, ids: found.ids })
  if (sortBy) {
    const values = new Map(ids.map((id) => [id, context.read({ id, entity, field: sortBy })]))
    ids.sort((a, b) => compare(values.get(a), values.get(b)))
  }
  return order === 'desc' ? ids.reverse() : ids
}

const compare = (a: Json | undefined, b: Json | undefined): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : jsonText(a).localeCompare(jsonText(b))

const findListed = ({
  id,
  context,
  found,
}: {
  context: Context
  found: Found
  id: number
}): null | Row => ('ids' in found ? context.find({ id, entity: found.entity }) : null)

/** A row that a test broke must not decide which fields exist. */
const knownFields = ({ entity, row }: { entity: EntityName; row: Row }): string[] => [
  ...Object.keys(row),
  ...(entity in catalog ? catalog[entity as keyof typeof catalog].fields : []),
]

const DISTORTIONS: Readonly<Record<'duplicate' | 'empty' | 'no-data', (body: Json) => Json>> = {
  duplicate: (body) => {
    const { data, pagination } = isRow(body) ? body : {}
    if (!isRow(body) || !Array.isArray(data)) {
      return body
    }
    const doubled = [...data, ...data]
    return {
      ...body,
      data: doubled,
      ...(isRow(pagination) ? { pagination: { ...pagination, count: doubled.length } } : {}),
    }
  },
  empty: (body) => {
    if (!isRow(body)) {
      return body
    }
    const { message: _, pagination, ...rest } = body
    const ended = { count: 0, has_more: false, next_cursor: null, next_page: null }
    return {
      ...rest,
      data: [],
      ...(isRow(pagination) ? { pagination: { ...pagination, ...ended } } : {}),
    }
  },
  'no-data': (body) => {
    const { data: _data, pagination: _pagination, ...rest } = isRow(body) ? body : {}
    return { ...NO_RESULT, ...rest }
  },
}
