import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { RunDetails } from '../../store/runs/read/findRun.js'

import { isInSight } from '../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { findRun } from '../../store/runs/read/findRun.js'

type GetRunArgs = {
  payload: Payload
  runId: number | string
  /** A run of another connection is none that there is. @default 'all' */
  sight?: Sight
}

/** One run with its scopes. @throws RefusedError when there is none of that id */
export const getRun = async ({
  payload,
  runId,
  sight = 'all',
}: GetRunArgs): Promise<RunDetails> => {
  const run = await findRun({ database: getSync(payload).database, runId })
  if (!run || !isInSight({ connection: run.connection, sight })) {
    throw new RefusedError({ code: 'UNKNOWN_RUN', message: `There is no run "${runId}".` })
  }
  return run
}
