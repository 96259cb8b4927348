import type { Endpoint } from 'payload'

import type { AccessCheck } from '../options/SyncPluginOptions.js'

import { getStatus } from '../../sync/operations/status/getStatus.js'
import { syncEndpoint } from './syncEndpoint.js'

/** `GET /sync/status`: what runs, what ran, how fresh everything is. */
export const statusEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload }, { sight }) => ({ body: await getStatus({ payload, sight }) }),
    method: 'get',
    path: '/status',
  })
