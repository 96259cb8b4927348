import type { PayloadRequest } from 'payload'

import type { SyncMode } from '../../../sdk/index.js'
import type { Run, Slot } from '../../run/Run.js'
import type { Sync } from '../Sync.js'

import { dispatchNext } from '../../queue/dispatchNext.js'
import { LANES } from '../../run/Run.js'
import { lockTransaction } from '../../store/locks/lockTransaction.js'
import { findQueuedRuns } from '../../store/runs/read/findQueuedRuns.js'
import { createRun } from '../../store/runs/write/createRun.js'
import { raisePriority } from '../../store/runs/write/raisePriority.js'

/** A request for work of one connection. */
export type WantedWork = {
  mode: SyncMode
  /** Told of each run that was queued already. */
  onQueuedBefore?: (run: Run) => void
  resources: readonly string[]
  /** The moment of a schedule that asks. */
  slot?: Slot
} & Pick<Run, 'initiatedBy' | 'priority' | 'trigger'>

type QueueRunsArgs = {
  connection: string
  provider: string
  /** Its transaction takes the runs and the tasks, or none of them. */
  req: PayloadRequest
  sync: Sync
  works: readonly WantedWork[]
}

/**
 * Queues a run of each resource of each work, and returns the runs in the order of the works. Work
 * that is queued already is not queued twice.
 */
export const queueRuns = async ({
  connection,
  provider,
  req,
  sync,
  works,
}: QueueRunsArgs): Promise<Run[]> => {
  const { clock, database } = sync
  // Two people who press the button together make one run.
  await lockTransaction({ database, key: `start/${provider}/${connection}`, req })
  const resourcesOfAll = [...new Set(works.flatMap(({ resources }) => resources))]
  if (resourcesOfAll.length === 0) {
    return []
  }
  const waiting = await findQueuedRuns({
    connection,
    database,
    modes: [...new Set(works.map(({ mode }) => mode))],
    provider,
    req,
    resources: resourcesOfAll,
  })
  // The newest of equal ones comes first, and stays.
  const queued = new Map(waiting.reverse().map((run) => [toKey(run), run]))

  const runs: Run[] = []
  for (const { initiatedBy, mode, onQueuedBefore, priority, resources, slot, trigger } of works) {
    const lane = mode === 'live' ? 'live' : 'bulk'
    for (const resource of resources) {
      const work = { connection, mode, provider, resource }
      const before = queued.get(toKey(work))
      if (before) {
        onQueuedBefore?.(before)
      }
      const run = before
        ? await raisePriority({ database, priority, req, run: before })
        : await createRun({
            database,
            now: clock.now(),
            req,
            run: { ...work, initiatedBy, lane, priority, trigger },
            slot,
          })
      queued.set(toKey(run), run)
      runs.push(run)
    }
  }
  for (const lane of LANES) {
    const line = runs.find((run) => run.lane === lane)
    if (line) {
      await dispatchNext({ line, req, sync })
    }
  }
  return runs
}

const toKey = ({ mode, resource }: Pick<Run, 'mode' | 'resource'>): string => `${mode}/${resource}`
