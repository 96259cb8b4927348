import type { Payload } from 'payload'

import type { RunDetails } from '../../store/runs/read/findRun.js'

import { RefusedError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'
import { findRun } from '../../store/runs/read/findRun.js'

type GetRunArgs = { payload: Payload; runId: number | string }

/** One run with its scopes. @throws RefusedError when there is none of that id */
export const getRun = async ({ payload, runId }: GetRunArgs): Promise<RunDetails> => {
  const run = await findRun({ database: getSync(payload).database, runId })
  if (!run) {
    throw new RefusedError({ code: 'UNKNOWN_RUN', message: `There is no run "${runId}".` })
  }
  return run
}
