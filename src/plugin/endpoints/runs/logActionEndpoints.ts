import type { Endpoint } from 'payload'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { cancelRun } from '../../../sync/operations/runs/cancelRun.js'
import { retryRun } from '../../../sync/operations/runs/retryRun.js'
import { syncEndpoint } from '../syncEndpoint.js'

/** `POST /sync/logs/:id/cancel`: ends a run that waits or works. */
export const cancelEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams }, { sight }) => ({
      body: await cancelRun({ payload, runId: String(routeParams?.id), sight }),
      status: 202,
    }),
    method: 'post',
    path: '/logs/:id/cancel',
  })

/** `POST /sync/logs/:id/retry`: queues an ended run again, from its checkpoint. */
export const retryEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams, user }, { sight }) => ({
      body: await retryRun({
        initiatedBy: user && { id: user.id, collection: user.collection },
        payload,
        runId: String(routeParams?.id),
        sight,
      }),
      status: 202,
    }),
    method: 'post',
    path: '/logs/:id/retry',
  })
