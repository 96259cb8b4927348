import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { AccessCheck } from '../options/SyncPluginOptions.js'

import { refreshRecord } from '../../sync/operations/records/refreshRecord.js'
import { parseInput } from './InvalidInputError.js'
import { readBody } from './readBody.js'
import { syncEndpoint } from './syncEndpoint.js'

const bodySchema = z.strictObject({
  externalId: z.string().min(1),
  provider: z.string().min(1),
  resource: z.string().min(1),
})

/** `POST /sync/refresh`: fetches one record from its provider, now. */
export const refreshEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => ({
      body: await refreshRecord({
        ...parseInput(bodySchema, await readBody(req)),
        payload: req.payload,
        person: req.user && { id: req.user.id, collection: req.user.collection },
        sight,
      }),
    }),
    method: 'post',
    path: '/refresh',
  })
