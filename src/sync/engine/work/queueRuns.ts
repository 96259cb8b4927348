import type { PayloadRequest } from 'payload'

import type { SyncMode } from '../../../sdk/index.js'
import type { Run, Slot } from '../../run/Run.js'
import type { Sync } from '../Sync.js'

import { dispatchNext } from '../../queue/dispatchNext.js'
import { lockTransaction } from '../../store/locks/lockTransaction.js'
import { findRuns } from '../../store/runs/read/findRuns.js'
import { createRun } from '../../store/runs/write/createRun.js'
import { raisePriority } from '../../store/runs/write/raisePriority.js'

type QueueRunsArgs = {
  connection: string
  mode: SyncMode
  /** Told of each run that was queued already. */
  onQueuedBefore?: (run: Run) => void
  provider: string
  /** Its transaction takes the runs and the tasks, or none of them. */
  req: PayloadRequest
  resources: readonly string[]
  /** The moment of a schedule that asks. */
  slot?: Slot
  sync: Sync
} & Pick<Run, 'initiatedBy' | 'priority' | 'trigger'>

/** Queues a run of each resource. Work that is queued already is not queued twice. */
export const queueRuns = async ({
  connection,
  initiatedBy,
  mode,
  onQueuedBefore,
  priority,
  provider,
  req,
  resources,
  slot,
  sync,
  trigger,
}: QueueRunsArgs): Promise<Run[]> => {
  const { clock, database } = sync
  // Two people who press the button together make one run.
  await lockTransaction({ database, key: `start/${provider}/${connection}`, req })
  const lane = mode === 'live' ? 'live' : 'bulk'
  const runs: Run[] = []
  for (const resource of resources) {
    const work = { connection, mode, provider, resource }
    const filter = { ...work, status: 'queued' as const }
    const { docs } = await findRuns({ database, filter, limit: 1, req })
    const [queued] = docs
    if (queued) {
      onQueuedBefore?.(queued)
      runs.push(await raisePriority({ database, priority, req, run: queued }))
    } else {
      const run = { ...work, initiatedBy, lane, priority, trigger } as const
      runs.push(await createRun({ database, now: clock.now(), req, run, slot }))
    }
  }
  const [line] = runs
  if (line) {
    await dispatchNext({ line, req, sync })
  }
  return runs
}
