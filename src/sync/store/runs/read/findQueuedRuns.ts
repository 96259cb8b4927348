import type { PayloadRequest } from 'payload'

import { and, eq, inArray } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { readRuns } from './readRuns.js'

type FindQueuedRunsArgs = {
  database: Database
  modes: readonly Run['mode'][]
  req: PayloadRequest
  resources: readonly Run['resource'][]
} & Pick<Run, 'connection' | 'provider'>

/** The runs of a connection that wait, of these resources and modes. The newest first. */
export const findQueuedRuns = async ({
  connection,
  database,
  modes,
  provider,
  req,
  resources,
}: FindQueuedRunsArgs): Promise<Run[]> => {
  const logs = database.table('syncLogs')
  return await readRuns({
    database,
    req,
    where: and(
      eq(logs.provider!, provider),
      eq(logs.connection!, connection),
      inArray(logs.mode!, [...modes]),
      inArray(logs.resource!, [...resources]),
      eq(logs.status!, 'queued'),
    ),
  })
}
