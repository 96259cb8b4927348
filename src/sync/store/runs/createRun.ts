import type { PayloadRequest } from 'payload'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { asRun } from './toRun.js'

type CreateRunArgs = {
  database: Database
  now: Date
  req: PayloadRequest
  run: Pick<
    Run,
    | 'connection'
    | 'initiatedBy'
    | 'lane'
    | 'mode'
    | 'priority'
    | 'provider'
    | 'resource'
    | 'trigger'
  >
}

/** Writes a queued run, in the transaction that also queues its task. */
export const createRun = async ({ database, now, req, run }: CreateRunArgs): Promise<Run> =>
  asRun(
    await database.payload.create({
      collection: database.slugs.syncLogs,
      data: { ...run, queuedAt: now.toISOString(), status: 'queued' },
      depth: 0,
      req,
    }),
  )
