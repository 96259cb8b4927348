import type { Endpoint } from 'payload'

import type { AccessCheck } from '../options/SyncPluginOptions.js'

import { getStatus } from '../../sync/operations/status/getStatus.js'
import { describeReason, toNames, toTranslate } from '../translations/index.js'
import { syncEndpoint } from './syncEndpoint.js'

/** `GET /sync/health`: whether all is well, and if not, why and what to do, in words. */
export const healthEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ i18n, payload, t }, { sight }) => {
      const { health, now } = await getStatus({ payload, sight })
      return {
        body: {
          checkedAt: now,
          reasons: health.reasons.map((reason) => ({
            ...describeReason({ names: toNames(i18n), reason, t: toTranslate(t) }),
            code: reason.code,
            level: reason.level,
            provider: reason.provider,
            resources: reason.resources,
          })),
          status: health.level,
        },
        // What a monitor understands without reading.
        status: health.level === 'CRITICAL' ? 503 : 200,
      }
    },
    method: 'get',
    path: '/health',
  })
