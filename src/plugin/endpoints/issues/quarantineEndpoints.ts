import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { fixRecord } from '../../../sync/operations/issues/quarantine/fixRecord.js'
import { getQuarantined } from '../../../sync/operations/issues/quarantine/getQuarantined.js'
import { ignoreRecords } from '../../../sync/operations/issues/quarantine/ignoreRecords.js'
import { retryRecords } from '../../../sync/operations/issues/quarantine/retryRecords.js'
import { parseInput } from '../InvalidInputError.js'
import { readBody } from '../readBody.js'
import { syncEndpoint } from '../syncEndpoint.js'

type EndpointArgs = { access: AccessCheck }

const ids = z
  .array(z.union([z.string().min(1), z.number().int()]))
  .min(1)
  .max(500)

const retrySchema = z.strictObject({ ids })

const ignoreSchema = z.strictObject({ ids, isIgnored: z.boolean().optional() })

const fixSchema = z.strictObject({ values: z.record(z.string(), z.unknown()) })

/** `POST /sync/issues/retry`: tries records again that could not be stored. */
export const retryIssuesEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const { ids: issueIds } = parseInput(retrySchema, await readBody(req))
      const { payload, user } = req
      const person = user ? { id: user.id, collection: user.collection } : null
      return { body: { records: await retryRecords({ issueIds, payload, person, req, sight }) } }
    },
    method: 'post',
    path: '/issues/retry',
  })

/** `POST /sync/issues/ignore`: leaves records alone until their provider says something else. */
export const ignoreIssuesEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const { ids: issueIds, isIgnored } = parseInput(ignoreSchema, await readBody(req))
      const { payload } = req
      return { body: { ids: await ignoreRecords({ isIgnored, issueIds, payload, req, sight }) } }
    },
    method: 'post',
    path: '/issues/ignore',
  })

/** `GET /sync/issues/:id/record`: the record of an issue as it was sent, and what to mend. */
export const quarantinedEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => ({
      body: await getQuarantined({
        issueId: String(req.routeParams?.id),
        payload: req.payload,
        req,
        sight,
      }),
    }),
    method: 'get',
    path: '/issues/:id/record',
  })

/** `POST /sync/issues/:id/fix`: stores its record with what a person says in place of what is wrong. */
export const fixIssueEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const { values } = parseInput(fixSchema, await readBody(req))
      const { payload, routeParams } = req
      const issueId = String(routeParams?.id)
      return { body: { id: await fixRecord({ issueId, payload, req, sight, values }) } }
    },
    method: 'post',
    path: '/issues/:id/fix',
  })
