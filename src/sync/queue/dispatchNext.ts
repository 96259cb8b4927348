import type { PayloadRequest } from 'payload'

import type { Provider } from '../../sdk/index.js'
import type { Clock } from '../../shared/clock.js'
import type { Database } from '../store/Database.js'
import type { Line } from '../store/runs/claim/lockLine.js'

import { countRunning, lockLine } from '../store/runs/claim/lockLine.js'
import { listKnownWork } from '../store/runs/knownWork.js'
import { findNextRuns } from '../store/runs/read/findNextRuns.js'
import { enqueueTask } from './enqueueTask.js'

type DispatchNextArgs = {
  line: Line
  req: PayloadRequest
  sync: {
    clock: Clock
    database: Database
    /** How many runs of one connection and lane may be at work at once. */
    perConnection: number
    providers: ReadonlyMap<string, Provider>
  }
}

/**
 * Gives the runs that go next to the workers, as many as their connection has room for. Call it in
 * every transaction that queues, ends or gives back a run. With room for one, a resource finds in
 * place what was queued before it.
 *
 * The queue has serial queues of its own; it frees one some time after the task is done, and the
 * next task would wait for a poll.
 */
export const dispatchNext = async ({
  line,
  req,
  sync: { clock, database, perConnection, providers },
}: DispatchNextArgs): Promise<void> => {
  await lockLine({ database, line, req })
  const room = perConnection - (await countRunning({ database, line, req }))
  if (room <= 0) {
    return
  }
  const known = listKnownWork(providers)
  const now = clock.now()
  const limit = room + MOST_LEFT
  let given = 0
  for (const { isLeft, ...next } of await findNextRuns({
    database,
    known,
    limit,
    line,
    now,
    req,
  })) {
    if (given === room) {
      break
    }
    // Those that wait for a process which may be gone hold up nobody.
    given += isLeft ? 0 : 1
    await enqueueTask({ ...next, connection: line.connection, database, lane: line.lane, req })
  }
}

/** How many runs of resources that other processes do not know are given out beside the others. */
const MOST_LEFT = 10
