import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { AccessCheck } from '../options/SyncPluginOptions.js'

import { getHistory, HISTORY_PERIODS } from '../../sync/operations/runs/getHistory.js'
import { parseInput } from './InvalidInputError.js'
import { syncEndpoint } from './syncEndpoint.js'

const querySchema = z.object({ window: z.enum(HISTORY_PERIODS).default('24h') })

/** `GET /sync/history`: what ended in the last 24 hours, 7 days or 30 days. */
export const historyEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, searchParams }, { sight }) => {
      const { window } = parseInput(querySchema, Object.fromEntries(searchParams))
      return { body: await getHistory({ payload, period: window, sight }) }
    },
    method: 'get',
    path: '/history',
  })
