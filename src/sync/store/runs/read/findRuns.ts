import type { PayloadRequest, Where } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { STORED_PREFIX } from '../../../../sdk/connections/Connection.js'
import { asRun } from '../toRun.js'

/** Only runs whose field holds this value, or one of these. */
export type RunFilter = Partial<{
  [Field in 'connection' | 'id' | 'lane' | 'mode' | 'provider' | 'resource' | 'status']:
    readonly Run[Field][] | Run[Field]
}>

type FindRunsArgs = {
  database: Database
  filter?: RunFilter
  limit: number
  /** From 1. */
  page?: number
  req?: PayloadRequest
  /** @default 'all' */
  sight?: Sight
}

/** A run, and when its row last changed, ISO 8601. */
export type LoggedRun = { updatedAt: string } & Run

export type RunPage = {
  docs: LoggedRun[]
  hasNextPage: boolean
  hasPrevPage: boolean
  limit: number
  page: number
  totalDocs: number
  totalPages: number
}

/** A page of runs, newest first. */
export const findRuns = async ({
  database,
  filter = {},
  limit,
  page = 1,
  req,
  sight = 'all',
}: FindRunsArgs): Promise<RunPage> => {
  const conditions = Object.entries(filter).flatMap(([field, value]): Where[] =>
    value === undefined ? [] : [{ [field]: { in: Array.isArray(value) ? value : [value] } }],
  )
  const found = await database.payload.find({
    collection: database.slugs.syncLogs,
    depth: 0,
    limit,
    page,
    req,
    // The id breaks the tie of runs that were queued together.
    sort: ['-createdAt', '-id'],
    where: { and: [...conditions, ...toSightConditions(sight)] },
  })
  return {
    docs: found.docs.map((document) => ({
      ...asRun({ document, payload: database.payload }),
      updatedAt: String(document.updatedAt),
    })),
    hasNextPage: found.hasNextPage,
    hasPrevPage: found.hasPrevPage,
    limit,
    page,
    totalDocs: found.totalDocs,
    totalPages: found.totalPages,
  }
}

const toSightConditions = (sight: Sight): Where[] =>
  sight === 'all'
    ? []
    : [
        {
          or: [
            { connection: { not_like: `${STORED_PREFIX}%` } },
            { connection: { in: [...sight] } },
          ],
        },
      ]
