import type { Row } from '../../json.js'
import type { Emulation, WireAnswer, WireFormat, WireRequest } from '../../wireFormat.js'

import { isRow } from '../../json.js'
import { costsOf, DAY_SECONDS, usageOf } from './days.js'

/** Where the provider has a host of its own, the emulator has a path. */
export const PREFIX = '/openai/v1'

const ENTITY = 'request'

/** Lists of days: what is on them, and how many a page has at most and by default. */
const LISTS = {
  '/organization/costs': { byDefault: 7, most: 180, resultsOf: costsOf },
  '/organization/usage/completions': { byDefault: 7, most: 31, resultsOf: usageOf },
} as const

const refuse = (status: number, message: string, code: null | string = null): WireAnswer => ({
  body: { error: { type: 'invalid_request_error', code, message, param: null } },
  entity: ENTITY,
  status,
})

/** The costs and the usage of an organisation, by days of UTC in pages that follow by cursor. */
export const createOpenai = ({ clock, token }: Pick<Emulation, 'clock' | 'token'>): WireFormat => ({
  name: 'openai',
  answer: (request) => {
    const refusal = checkKey(request, token)
    const list = LISTS[request.path.slice(PREFIX.length) as keyof typeof LISTS]
    return (
      refusal ?? (list ? answerList({ list, now: clock.now(), request }) : refuse(404, 'Not found'))
    )
  },
  distort: ({ answer, kind }) => ({ ...answer, body: distort(answer.body as Row, kind) }),
  pageOf: (query) => (query.has('page') ? 2 : 1),
  prefixes: [PREFIX],
  rateLimited: () =>
    refuse(429, 'Rate limit reached. Please try again in 1s.', 'rate_limit_exceeded'),
})

const checkKey = (
  { headers: { authorization } }: WireRequest,
  token: null | string,
): undefined | WireAnswer => {
  const key = typeof authorization === 'string' ? authorization.replace(/^Bearer /, '') : ''
  if (key === '' || (token !== null && key !== token) || !key.startsWith('sk-')) {
    return refuse(401, 'Incorrect API key provided.', 'invalid_api_key')
  }
  return key.startsWith('sk-admin-')
    ? undefined
    : refuse(
        403,
        'You have insufficient permissions for this operation. Missing scopes: api.usage.read.',
      )
}

type List = (typeof LISTS)[keyof typeof LISTS]

const readSeconds = (query: URLSearchParams, name: string): number | undefined => {
  const text = query.get(name)
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : undefined
}

/** What a cursor holds, so that whoever changes the question in the middle is found out. */
const toQuestion = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'page')
    .sort()
    .join('&')

const answerList = ({
  list: { byDefault, most, resultsOf },
  now,
  request: { query },
}: {
  list: List
  now: Date
  request: WireRequest
}): WireAnswer => {
  const start = readSeconds(query, 'start_time')
  const limit = Number(query.get('limit') ?? byDefault)
  if (start === undefined) {
    return refuse(400, "Missing required parameter: 'start_time'.")
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > most || query.get('bucket_width') !== '1d') {
    return refuse(400, `Invalid 'limit' or 'bucket_width': at most ${most} days.`)
  }
  const seconds = Math.floor(now.getTime() / 1000)
  const end = Math.min(readSeconds(query, 'end_time') ?? seconds, seconds)
  const page = query.get('page')
  const cursor = page === null ? undefined : readCursor(page)
  if (page !== null && cursor?.question !== toQuestion(query)) {
    return refuse(400, "Invalid 'page': it belongs to another question.")
  }
  const first = cursor?.day ?? Math.floor(start / DAY_SECONDS)
  const last = Math.ceil(end / DAY_SECONDS)
  const days = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)
  const data = days.slice(0, limit).map((day) => ({
    end_time: (day + 1) * DAY_SECONDS,
    object: 'bucket',
    results: resultsOf({ day, share: Math.min(1, (seconds - day * DAY_SECONDS) / DAY_SECONDS) }),
    start_time: day * DAY_SECONDS,
  }))
  const next = days[limit]
  return {
    body: {
      data,
      has_more: next !== undefined,
      next_page: next === undefined ? null : toCursor({ day: next, question: toQuestion(query) }),
      object: 'page',
    },
    entity: ENTITY,
    status: 200,
  }
}

type CursorState = { day: number; question: string }

const toCursor = (state: CursorState): string =>
  `page_${Buffer.from(JSON.stringify(state)).toString('base64url')}`

const readCursor = (text: string): CursorState | undefined => {
  try {
    const bytes = Buffer.from(text.replace(/^page_/, ''), 'base64url')
    return JSON.parse(bytes.toString()) as CursorState
  } catch {
    return undefined
  }
}

const distort = (body: Row, kind: 'duplicate' | 'empty' | 'no-data'): Row => {
  if (!isRow(body) || !Array.isArray(body.data)) {
    return body
  }
  const { data, ...rest } = body
  return kind === 'no-data'
    ? rest
    : { ...rest, data: kind === 'empty' ? [] : data.flatMap((bucket) => [bucket, bucket]) }
}
