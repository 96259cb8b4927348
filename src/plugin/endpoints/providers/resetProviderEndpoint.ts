import type { Endpoint } from 'payload'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { resetProvider } from '../../../sync/operations/providers/resetProvider.js'
import { syncEndpoint } from '../syncEndpoint.js'

/** `POST /sync/providers/:name/reset`: lifts what keeps requests from a provider. */
export const resetProviderEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams, user }, { sight }) => ({
      body: await resetProvider({
        by: user ? `${user.collection} ${user.id}` : null,
        payload,
        provider: String(routeParams?.name),
        sight,
      }),
    }),
    method: 'post',
    path: '/providers/:name/reset',
  })
