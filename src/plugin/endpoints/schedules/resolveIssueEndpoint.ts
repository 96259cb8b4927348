import type { Endpoint } from 'payload'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { resolveScheduleIssue } from '../../../sync/operations/issues/resolveScheduleIssue.js'
import { syncEndpoint } from '../syncEndpoint.js'

/** `POST /sync/issues/:id/resolve`: closes an issue about a schedule. */
export const resolveIssueEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams }, { sight }) => {
      await resolveScheduleIssue({ id: String(routeParams?.id), payload, sight })
      return { body: { message: 'The issue is closed.' } }
    },
    method: 'post',
    path: '/issues/:id/resolve',
  })
