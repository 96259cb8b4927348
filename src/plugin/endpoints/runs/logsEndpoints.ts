import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { SYNC_MODES } from '../../../sdk/index.js'
import { getRun } from '../../../sync/operations/runs/getRun.js'
import { listRecentRuns, MOST_RECENT } from '../../../sync/operations/runs/listRecentRuns.js'
import { listRuns } from '../../../sync/operations/runs/listRuns.js'
import { RUN_STATUSES } from '../../../sync/run/RunStatus.js'
import { parseInput } from '../InvalidInputError.js'
import { syncEndpoint } from '../syncEndpoint.js'
import { toLog } from './toLog.js'

const inEitherCase = <TSchema extends z.ZodType>(schema: TSchema) =>
  z.preprocess((value) => (typeof value === 'string' ? value.toLowerCase() : value), schema)

const querySchema = z.object({
  type: inEitherCase(z.enum(SYNC_MODES).optional()),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  page: z.coerce.number().int().min(1).default(1),
  provider: z.string().min(1).optional(),
  resource: z.string().min(1).optional(),
  status: inEitherCase(z.enum(RUN_STATUSES).optional()),
})

/** `GET /sync/logs`: runs, newest first, page by page. */
export const logsEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, searchParams }, { sight }) => {
      const query = parseInput(querySchema, Object.fromEntries(searchParams))
      const { type: mode, limit, page, ...filter } = query
      const isRecent =
        page === 1 &&
        limit <= MOST_RECENT &&
        Object.values({ ...filter, mode }).every((value) => value === undefined)
      const found = isRecent
        ? await listRecentRuns({ limit, payload, sight })
        : await listRuns({ filter: { ...filter, mode }, limit, page, payload, sight })
      const logs = found.docs.map(toLog)
      return {
        body: {
          ...found,
          docs: logs,
          logs,
          pagination: {
            hasNextPage: found.hasNextPage,
            hasPreviousPage: found.hasPrevPage,
            limit,
            page,
            total: found.totalDocs,
            totalPages: found.totalPages,
          },
        },
      }
    },
    method: 'get',
    path: '/logs',
  })

/** `GET /sync/logs/:id`: one run with its scopes. */
export const logEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams }, { sight }) => ({
      body: toLog(await getRun({ payload, runId: String(routeParams?.id), sight })),
    }),
    method: 'get',
    path: '/logs/:id',
  })
