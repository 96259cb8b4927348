import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { RunFilter, RunPage } from '../../store/runs/read/findRuns.js'

import { getSync } from '../../engine/Sync.js'
import { findRuns } from '../../store/runs/read/findRuns.js'

type ListRunsArgs = {
  filter: RunFilter
  limit: number
  page: number
  payload: Payload
  /** @default 'all' */
  sight?: Sight
}

/** A page of runs, newest first. */
export const listRuns = async ({ payload, ...args }: ListRunsArgs): Promise<RunPage> =>
  await findRuns({ ...args, database: getSync(payload).database })
