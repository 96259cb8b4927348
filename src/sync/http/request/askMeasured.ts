import type { HttpFacts } from '../../../sdk/index.js'
import type { Judged } from './askOnce.js'
import type { HttpRequest } from './HttpRequest.js'

import { countOne, noteSeconds } from '../../../shared/measures/measure.js'
import { withSpan } from '../../../shared/tracing/withSpan.js'
import { askOnce } from './askOnce.js'

/** A request that was sent, however it went. */
export type AskedRequest = {
  durationMs: number
  /** Of HTTP; `undefined` where no whole answer came. */
  status: number | undefined
  /** Where it went, without its query and without secrets. */
  url: string | undefined
}

type AskMeasuredArgs = {
  /** The provider as metrics name it. */
  name: string
  /** Told of the request when it is over. */
  onAsked: ((asked: AskedRequest) => void) | undefined
} & Parameters<typeof askOnce>[0]

/** What is said of a request without a whole answer. */
const NO_STATUS = 'none'

/** One request, counted, timed and traced. */
export const askMeasured = async ({ name, onAsked, ...args }: AskMeasuredArgs): Promise<Judged> => {
  const { clean, facts, request } = args
  const begun = performance.now()
  let status: number | undefined
  const method = request.body === undefined ? 'GET' : 'POST'
  try {
    return await withSpan({
      name: method,
      attributes: () => ({
        'http.request.method': method,
        'payload_sync.provider': name,
        ...toAddress({ clean, facts, request }),
      }),
      isClient: true,
      work: async (describe) => {
        const judged = await askOnce(args)
        status = judged.status
        describe({
          'http.response.status_code': status,
          ...(status >= 400 && { 'error.type': String(status) }),
        })
        return judged
      },
    })
  } finally {
    const labels = { provider: name }
    countOne({
      name: 'payload_sync_process_requests_total',
      labels: { ...labels, status: status === undefined ? NO_STATUS : String(status) },
    })
    const durationMs = performance.now() - begun
    noteSeconds({
      name: 'payload_sync_process_request_duration_seconds',
      labels,
      seconds: durationMs / 1000,
    })
    onAsked?.({
      durationMs: Math.round(durationMs),
      status,
      url: toAddress({ clean, facts, request })['url.full'],
    })
  }
}

type ToAddressArgs = {
  clean: (text: string) => string
  facts: Pick<HttpFacts, 'baseUrl'>
  request: HttpRequest
}

/** Where a request goes to. Without its query, which may hold anything. */
const toAddress = ({ clean, facts: { baseUrl }, request: { path } }: ToAddressArgs) => {
  const joined = URL.canParse(path)
    ? path
    : `${baseUrl.replace(/\/$/, '')}/${path.replace(/^\//, '')}`
  if (!URL.canParse(joined)) {
    return {}
  }
  const { hostname, origin, pathname, port, protocol } = new URL(joined)
  return {
    'server.address': hostname,
    'server.port': Number(port || (protocol === 'https:' ? 443 : 80)),
    'url.full': clean(`${origin}${pathname}`),
  }
}
