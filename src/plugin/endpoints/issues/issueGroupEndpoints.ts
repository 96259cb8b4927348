import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { decideMany } from '../../../sync/operations/issues/groups/decideMany.js'
import { listGroups } from '../../../sync/operations/issues/groups/listGroups.js'
import { listMembers } from '../../../sync/operations/issues/groups/listMembers.js'
import { DECISIONS } from '../../../sync/operations/records/edit/decideConflicts.js'
import { ISSUE_KINDS } from '../../../sync/run/issues/IssueKind.js'
import { SEVERITIES } from '../../../sync/run/issues/severity.js'
import { ISSUE_STATUSES } from '../../collections/machinery/issueStatuses.js'
import { parseInput } from '../InvalidInputError.js'
import { readBody } from '../readBody.js'
import { syncEndpoint } from '../syncEndpoint.js'

const filterSchema = {
  kind: z.enum(ISSUE_KINDS).optional(),
  provider: z.string().min(1).optional(),
  resource: z.string().optional(),
  severity: z.enum(SEVERITIES).optional(),
  status: z.enum(ISSUE_STATUSES).optional(),
}

const groupsSchema = z.object(filterSchema)

const membersSchema = z.object({
  ...filterSchema,
  limit: z.coerce.number().int().min(1).max(100).default(20),
  page: z.coerce.number().int().min(1).default(1),
  reason: z.string(),
})

const decideSchema = z.strictObject({
  decision: z.enum(DECISIONS),
  externalIds: z.array(z.string().min(1)).min(1).max(5000).optional(),
  fields: z.array(z.string().min(1)).min(1).max(1000),
  goOn: z
    .strictObject({ after: z.string().min(1), runId: z.union([z.number(), z.string().min(1)]) })
    .optional(),
  provider: z.string().min(1),
  resource: z.string().min(1),
})

/** `GET /sync/issues/groups`: issues by kind and reason. */
export const issueGroupsEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, searchParams }, { sight }) => {
      const filter = parseInput(groupsSchema, Object.fromEntries(searchParams))
      return { body: { groups: await listGroups({ filter, payload, sight }) } }
    },
    method: 'get',
    path: '/issues/groups',
  })

/** `GET /sync/issues/members`: a page of the issues of one group. */
export const issueMembersEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, searchParams }, { sight }) => {
      const { limit, page, ...filter } = parseInput(membersSchema, Object.fromEntries(searchParams))
      return { body: await listMembers({ filter, limit, page, payload, sight }) }
    },
    method: 'get',
    path: '/issues/members',
  })

/** `POST /sync/issues/decide`: decides the conflicts of many records in some fields, as one run. */
export const decideManyEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => ({
      body: await decideMany({
        ...parseInput(decideSchema, await readBody(req)),
        payload: req.payload,
        req,
        sight,
        // The admin panel says so; everybody else is a script.
        trigger: req.headers.get('x-sync-trigger') === 'manual' ? 'manual' : 'api',
      }),
    }),
    method: 'post',
    path: '/issues/decide',
  })
