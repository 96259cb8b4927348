import type { HttpFacts } from '../../../sdk/index.js'
import type { Judged } from './askOnce.js'
import type { HttpRequest } from './HttpRequest.js'

import { countOne, noteSeconds } from '../../../shared/measures/measure.js'
import { withSpan } from '../../../shared/tracing/withSpan.js'
import { askOnce } from './askOnce.js'

type AskMeasuredArgs = {
  /** The provider as metrics name it. */
  name: string
} & Parameters<typeof askOnce>[0]

/** What is said of a request without a whole answer. */
const NO_STATUS = 'none'

/** One request, counted, timed and traced. */
export const askMeasured = async ({ name, ...args }: AskMeasuredArgs): Promise<Judged> => {
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
    noteSeconds({
      name: 'payload_sync_process_request_duration_seconds',
      labels,
      seconds: (performance.now() - begun) / 1000,
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
