import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { RunPage } from '../../store/runs/read/findRuns.js'

import { getSync } from '../../engine/Sync.js'
import { keepAnswer } from '../../store/cache/keepAnswer.js'
import { findRuns } from '../../store/runs/read/findRuns.js'

/** So many are kept; whoever wants more gets them from the database. */
export const MOST_RECENT = 20

const MAX_AGE_MS = 60_000

type ListRecentRunsArgs = {
  /** `MOST_RECENT` at most. */
  limit: number
  payload: Payload
  sight: Sight
}

/** The first page of all runs, newest first. Where the project has a cache, up to a minute old. */
export const listRecentRuns = async ({
  limit,
  payload,
  sight,
}: ListRecentRunsArgs): Promise<RunPage> => {
  const { clock, database } = getSync(payload)
  const { docs, totalDocs } = await keepAnswer({
    name: 'logs',
    ask: () => findRuns({ database, limit: MOST_RECENT, sight }),
    clock,
    database,
    maxAgeMs: MAX_AGE_MS,
    of: { sight: sight === 'all' ? sight : sight.toSorted() },
  })
  return {
    docs: docs.slice(0, limit),
    hasNextPage: totalDocs > limit,
    hasPrevPage: false,
    limit,
    page: 1,
    totalDocs,
    totalPages: Math.ceil(totalDocs / limit),
  }
}
