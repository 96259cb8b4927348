import type { Endpoint, PayloadRequest } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { ResolvedMetrics } from '../../options/metrics/MetricsOptions.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { getHealth } from '../../../sync/operations/health/getHealth.js'
import { serveSync } from '../../../sync/runtime/serveSync.js'
import { describeReason, toNames, toTranslate } from '../../translations/index.js'
import { hasBearer } from '../hasBearer.js'
import { syncEndpoint } from '../syncEndpoint.js'

type HealthEndpointArgs = { access: AccessCheck; metrics: ResolvedMetrics }

/** Nothing is kept on the way: a monitor wants to know how things are now. */
const NOT_KEPT = { headers: { 'Cache-Control': 'no-store' } }

/**
 * `GET /sync/health`: whether all is well, and if not, why and what to do, in words; for people who
 * may see the sync view and monitors with the secret. Whoever sends nothing to be known by is told
 * that the process answers, and no more.
 */
export const healthEndpoint = ({ access, metrics: { secret } }: HealthEndpointArgs): Endpoint => {
  const forPeople = syncEndpoint({
    access,
    answer: (req, { sight }) => answer({ req, sight }),
    method: 'get',
    path: '/health',
  })
  return {
    ...forPeople,
    handler: async (req) => {
      const { headers, payload, user } = req
      if (secret !== undefined && hasBearer({ headers, secret })) {
        await startQuietly(req)
        const { body, status } = await answer({ req, sight: 'all' })
        return Response.json(body, { ...NOT_KEPT, status })
      }
      // A monitor whose credentials are wrong must not take liveness for health.
      if (!user && !headers.has('authorization')) {
        // Not waited for: the process is alive also while its database is away.
        void serveSync({ payload }).catch(() => undefined)
        return Response.json({ status: 'ok' }, NOT_KEPT)
      }
      return await forPeople.handler(req)
    },
  }
}

/** Workers that cannot be started are among the reasons, not in the way of them. */
const startQuietly = async ({ payload }: PayloadRequest): Promise<void> => {
  await serveSync({ payload }).catch(() => undefined)
}

const answer = async ({
  req: { i18n, payload, t },
  sight,
}: {
  req: PayloadRequest
  sight: Sight
}): Promise<{ body: unknown; status: number }> => {
  const { checkedAt, level, reasons } = await getHealth({ payload, sight })
  return {
    body: {
      checkedAt,
      reasons: reasons.map((reason) => ({
        ...describeReason({ names: toNames(i18n), reason, t: toTranslate(t) }),
        code: reason.code,
        level: reason.level,
        provider: reason.provider,
        resources: reason.resources,
        since: reason.since ?? null,
      })),
      status: level,
    },
    // What a monitor understands without reading.
    status: level === 'CRITICAL' ? 503 : 200,
  }
}
