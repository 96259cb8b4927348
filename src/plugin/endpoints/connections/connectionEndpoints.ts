import type { Endpoint } from 'payload'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { listChoices } from '../../../sync/operations/connections/listChoices.js'
import { testConnection } from '../../../sync/operations/connections/testConnection.js'
import { syncEndpoint } from '../syncEndpoint.js'

type EndpointArgs = { access: AccessCheck }

/** `POST /sync/connections/:id/test`: whether a connection works, in words. */
export const testConnectionEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams }, { sight }) => {
      const connectionId = String(routeParams?.id)
      const { isWorking, message } = await testConnection({ connectionId, payload, sight })
      return { body: { message, success: isWorking } }
    },
    method: 'post',
    path: '/connections/:id/test',
  })

/** `GET /sync/connections/:id/choices`: what the provider offers for its settings. */
export const connectionChoicesEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams }, { sight }) => ({
      body: {
        choices: await listChoices({ connectionId: String(routeParams?.id), payload, sight }),
      },
    }),
    method: 'get',
    path: '/connections/:id/choices',
  })
