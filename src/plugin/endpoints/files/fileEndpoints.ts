import type { Endpoint, PayloadRequest } from 'payload'

import { Readable } from 'node:stream'
import { z } from 'zod'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { DEFAULT_CONNECTION } from '../../../sdk/index.js'
import { importStoredFile } from '../../../sync/operations/files/importStoredFile.js'
import { listFiles } from '../../../sync/operations/files/listFiles.js'
import { receiveFile } from '../../../sync/operations/files/receiveFile.js'
import { removeFile } from '../../../sync/operations/files/removeFile.js'
import { parseInput } from '../InvalidInputError.js'
import { syncEndpoint } from '../syncEndpoint.js'

type EndpointArgs = { access: AccessCheck }

const placeSchema = z.strictObject({
  connection: z.string().min(1).default(DEFAULT_CONNECTION),
  provider: z.string().min(1),
})

const uploadSchema = placeSchema.extend({
  /** When it was made, where nothing in it says so. */
  name: z.string().min(1).max(1000),
  date: z.coerce.date().optional(),
})

const readQuery = (req: PayloadRequest): Record<string, string> =>
  Object.fromEntries(req.searchParams)

/** `POST /sync/files`: takes in a file, as the body, and says what is in it. */
export const uploadFileEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const { date, ...place } = parseInput(uploadSchema, readQuery(req))
      // The stream of every server runtime can be iterated; the types are those of browsers. An empty
      // file has none.
      const body = (req.body ?? Readable.from([])) as unknown as AsyncIterable<Uint8Array>
      const { payload } = req
      const file = await receiveFile({ ...place, body, givenAt: date, payload, sight })
      return { body: { file }, status: 201 }
    },
    method: 'post',
    path: '/files',
  })

/** `GET /sync/files`: what was brought for a connection, the newest first. */
export const filesEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const place = parseInput(placeSchema, readQuery(req))
      return { body: { files: await listFiles({ ...place, payload: req.payload, sight }) } }
    },
    method: 'get',
    path: '/files',
  })

/** `POST /sync/files/:id/import`: imports a file that was taken in. */
export const importFileEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ headers, payload, routeParams, user }, { sight }) => {
      const runs = await importStoredFile({
        fileId: String(routeParams?.id),
        initiatedBy: user && { id: user.id, collection: user.collection },
        payload,
        sight,
        trigger: headers.get('x-sync-trigger') === 'manual' ? 'manual' : 'api',
      })
      return {
        body: {
          runs: runs.map(({ id, connection, provider, resource, status }) => ({
            id,
            connection,
            provider,
            resource,
            status,
          })),
        },
        status: 202,
      }
    },
    method: 'post',
    path: '/files/:id/import',
  })

/** `DELETE /sync/files/:id`: removes a file that was taken in. What was imported stays. */
export const removeFileEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams }, { sight }) => {
      await removeFile({ fileId: String(routeParams?.id), payload, sight })
      return { body: { success: true } }
    },
    method: 'delete',
    path: '/files/:id',
  })
