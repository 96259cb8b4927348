import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { AccessCheck } from '../options/SyncPluginOptions.js'

import { POLLING_HEADER } from '../../shared/POLLING_HEADER.js'
import { getOverview } from '../../sync/operations/status/getOverview.js'
import { describeReason, toNames, toTranslate } from '../translations/index.js'
import { parseInput } from './InvalidInputError.js'
import { syncEndpoint } from './syncEndpoint.js'

const querySchema = z.object({
  provider: z.string().min(1).optional(),
  resource: z.string().min(1).optional(),
})

/** `GET /sync/status`: what runs, what ran, how fresh everything is. */
export const statusEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ headers, i18n, payload, searchParams, t: payloadT }, { sight }) => {
      const filter = parseInput(querySchema, Object.fromEntries(searchParams))
      // The panel shows what is true now, and sets its clock by it.
      const mayBeKept = !headers.has(POLLING_HEADER)
      const { health, ...overview } = await getOverview({ filter, mayBeKept, payload, sight })
      const names = toNames(i18n)
      const t = toTranslate(payloadT)
      const told = health.reasons.map((reason) => describeReason({ names, reason, t }))
      return {
        body: {
          ...overview,
          health: {
            ...health,
            message: told.map(({ message }) => message).join(' ') || t('health:calm'),
            recommendations: [...new Set(told.map(({ advice }) => advice))],
            status: health.level,
          },
        },
      }
    },
    method: 'get',
    path: '/status',
  })
