import type { Endpoint } from 'payload'

import type { ResolvedMetrics } from '../../options/metrics/MetricsOptions.js'

import { getMetrics } from '../../../sync/operations/metrics/getMetrics.js'
import { serveSync } from '../../../sync/runtime/serveSync.js'
import { hasBearer } from '../hasBearer.js'

const refuse = (status: number, code: string, message: string): Response =>
  Response.json({ errors: [{ code, message }] }, { status })

/** `GET /sync/metrics`: all metrics for Prometheus, for whoever has the secret or is let in. */
export const metricsEndpoint = ({ access, secret }: ResolvedMetrics): Endpoint => ({
  handler: async (req) => {
    if (secret === undefined && access === undefined) {
      return refuse(
        503,
        'NOT_CONFIGURED',
        'Set the environment variable PAYLOAD_SYNC_METRICS_SECRET, or metrics.access, to use this.',
      )
    }
    const { headers, payload } = req
    const isAllowed =
      (secret !== undefined && hasBearer({ headers, secret })) || (await access?.({ req })) === true
    if (!isAllowed) {
      return refuse(
        401,
        'UNAUTHENTICATED',
        'Send "Authorization: Bearer" with the PAYLOAD_SYNC_METRICS_SECRET.',
      )
    }
    // Metrics tell also of workers that cannot be started.
    await serveSync({ payload }).catch(() => undefined)
    const { contentType, text } = await getMetrics({ payload })
    return new Response(text, {
      headers: { 'Cache-Control': 'no-store', 'Content-Type': contentType },
    })
  },
  method: 'get',
  path: '/sync/metrics',
})
