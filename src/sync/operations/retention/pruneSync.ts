import type { Payload } from 'payload'

import type { PrunedKey } from '../../store/retention/PRUNED.js'

import { getSync } from '../../engine/Sync.js'
import { claimPruning } from '../../store/retention/claimPruning.js'
import { countPrunable, deletePruned, findPrunable } from '../../store/retention/findPrunable.js'
import { PRUNED, PRUNED_KEYS } from '../../store/retention/PRUNED.js'

/** So many go at once: nobody waits long for the rows, and a copy of them is no large thing. */
const BATCH = 500

const HOUR_MS = 60 * 60_000

type PruneSyncArgs = {
  /** Only counts what would go. @default false */
  isDryRun?: boolean
  payload: Payload
  /** Ends it between two batches. @default never */
  signal?: AbortSignal
}

/** How many documents went, or would go, of each kind that is not kept for ever. */
export type Pruning = Partial<Record<PrunedKey, number>>

/**
 * Deletes what is over and has been kept for long enough, in small batches. The project is told
 * before (`retention.beforePrune`).
 *
 * @throws Error that the project's function throws; what it was told of stays
 */
export const pruneSync = async ({
  isDryRun = false,
  payload,
  signal,
}: PruneSyncArgs): Promise<Pruning> => {
  const { clock, database, retention, slugs } = getSync(payload)
  const now = clock.now()
  const pruning: Pruning = {}
  for (const key of PRUNED_KEYS) {
    const keep = retention.keep[key]
    if (!keep) {
      continue
    }
    if (isDryRun) {
      pruning[key] = await countPrunable({ database, keep, key, now })
      continue
    }
    pruning[key] = 0
    const collection = slugs[PRUNED[key].collection]
    while (!signal?.aborted) {
      const ids = await findPrunable({ database, keep, key, limit: BATCH, now })
      if (ids.length === 0) {
        break
      }
      if (retention.beforePrune) {
        const { docs } = await payload.find({
          collection,
          depth: 0,
          pagination: false,
          showHiddenFields: true,
          sort: 'createdAt',
          where: { id: { in: ids } },
        })
        await retention.beforePrune({ collection, documents: docs, payload })
      }
      pruning[key] += await deletePruned({ database, ids, key })
    }
  }
  return pruning
}

/** Prunes, unless a process has done so within the last hour. */
export const pruneHourly = async ({ payload, signal }: PruneSyncArgs): Promise<void> => {
  const { clock, database, retention } = getSync(payload)
  const isWanted = Object.keys(retention.keep).length > 0
  if (!isWanted || !(await claimPruning({ database, forMs: HOUR_MS, now: clock.now() }))) {
    return
  }
  const pruned = await pruneSync({ payload, signal })
  if (Object.values(pruned).some((count) => count > 0)) {
    payload.logger.info({ msg: 'What was over for long enough was deleted.', pruned })
  }
}
