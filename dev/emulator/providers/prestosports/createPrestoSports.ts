import type { Json, Row } from '../../json.js'
import type { Emulation, WireAnswer, WireFormat, WireRequest } from '../../wireFormat.js'
import type { PrestoState } from './PrestoState.js'

import { isRow } from '../../json.js'
import { createSecond } from './limits/createSecond.js'
import { RefusedError } from './RefusedError.js'
import { isPaged } from './routes/events.js'
import { denied } from './routes/find.js'
import { findRoute } from './routes/routes.js'

/** Where the provider has a host of its own, the emulator has a path. */
export const PREFIX = '/prestosports/api'

/** The wire format of PrestoSports: sign in by password, then ask with a token. */
export const createPrestoSports = ({
  clock,
  getPrestoState,
}: Pick<Emulation, 'clock' | 'getPrestoState'>): WireFormat => {
  const second = createSecond({ clock })

  const ask = (request: WireRequest): Json => {
    const path = toPath(request)
    const state = getPrestoState()
    second.count({ limit: state.requestsPerSecond })
    if (path === '/auth/token' || path === '/auth/token/refresh') {
      return signIn({ path, request, state })
    }
    if (request.method !== 'GET') {
      throw new RefusedError({ message: 'Method Not Allowed', status: 405 })
    }
    const { authorization } = request.headers
    const account = state.accounts.authorize(
      typeof authorization === 'string' ? authorization : undefined,
    )
    account.asked.set(path, (account.asked.get(path) ?? 0) + 1)
    const found = findRoute(path)
    if (!found) {
      throw new RefusedError({ message: 'Not Found', status: 404 })
    }
    const { ids, route } = found
    if (account.isDenied && !route.isOpen) {
      throw denied(account)
    }
    const { query } = request
    const body = route.find({ account, ids, now: clock.now().getTime(), query, state })
    return isPaged(body) ? body : { data: body }
  }

  return {
    name: 'prestosports',
    answer: (request) => {
      try {
        const body = ask(request)
        const change = getPrestoState().changes.get(toPath(request))
        return { body: change ? change(body) : body, entity: ENTITY, status: 200 }
      } catch (error) {
        if (!(error instanceof RefusedError)) {
          throw error
        }
        return { body: error.body, entity: ENTITY, status: error.status }
      }
    },
    distort: ({ answer, kind }) => ({ ...answer, body: DISTORTIONS[kind](answer.body) }),
    pageOf: (query) => Number(query.get('pageNumber') ?? 0) + 1,
    prefixes: [PREFIX],
    rateLimited: (): WireAnswer => ({
      body: { message: 'Too Many Requests' },
      entity: null,
      status: 429,
    }),
  }
}

/** One quota for everything. */
const ENTITY = 'request'

const toPath = ({ path }: WireRequest): string => path.slice(PREFIX.length).replace(/\/$/, '')

const signIn = ({
  path,
  request: { body, method },
  state: { accounts },
}: {
  path: string
  request: WireRequest
  state: PrestoState
}): Json => {
  if (method !== 'POST' || !isRow(body)) {
    throw new RefusedError({ message: 'Bad Request', status: 400 })
  }
  const { password, refreshToken, username } = body
  return path === '/auth/token'
    ? accounts.login({ password, username })
    : accounts.refresh({ refreshToken })
}

const DISTORTIONS: Readonly<Record<'duplicate' | 'empty' | 'no-data', (body: Json) => Json>> = {
  duplicate: (body) =>
    isRow(body) && Array.isArray(body.data)
      ? { ...body, data: [...body.data, ...body.data] }
      : body,
  empty: (body): Json =>
    isRow(body)
      ? { ...body, data: [], ...('totalElements' in body && { totalElements: 0 }) }
      : body,
  'no-data': (body): Row => {
    const { data: _, ...rest } = isRow(body) ? body : {}
    return rest
  },
}
