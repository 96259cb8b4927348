import type { PayloadRequest } from 'payload'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { asRun } from './toRun.js'

type CreateRunArgs = {
  database: Database
  req: PayloadRequest
  run: Pick<
    Run,
    'connection' | 'initiatedBy' | 'lane' | 'mode' | 'provider' | 'resource' | 'trigger'
  >
}

/** Writes a queued run, in the transaction that also queues its task. */
export const createRun = async ({ database, req, run }: CreateRunArgs): Promise<Run> =>
  asRun(
    await database.payload.create({
      collection: database.slugs.syncLogs,
      data: { ...run, status: 'queued' },
      depth: 0,
      req,
    }),
  )
