import type { Repeated } from './repeat.js'
import type { Runtime } from './Runtime.js'

import { countConnections } from '../operations/doctor/countConnections.js'
import { toLogLine } from '../queue/toLogLine.js'
import { getAdapter } from '../store/Database.js'
import { repeat } from './repeat.js'
import { startWorkers } from './startWorkers.js'

/** How often a process that had to stop its workers looks whether it has connections for them. */
const LOOK_INTERVAL_MS = 5_000

type KeepWorkersArgs = Omit<Parameters<typeof startWorkers>[0], 'onExhausted'>

/**
 * Workers that stop when their process has run out of database connections, and come back when
 * there are enough again.
 *
 * @throws WorkersRefusedError when they could not work on the project's database connection
 */
export const keepWorkers = async (args: KeepWorkersArgs): Promise<Runtime> => {
  const { lanes, payload } = args
  const { pool } = getAdapter(payload)
  const { held } = countConnections({ concurrency: Object.fromEntries(lanes.map((l) => [l, 1])) })
  let current: Runtime | undefined
  let isStopped = false
  let looking: Repeated | undefined

  const start = async (): Promise<void> => {
    const started = await startWorkers({ ...args, onExhausted: waitForConnections })
    if (isStopped) {
      // Told to stop while they were starting; `stop` did not see them.
      await started.stop()
    } else {
      current = started
    }
  }
  const restart = async (): Promise<void> => {
    // Payload's own connection is among those that are lent; one more is for the work itself.
    const isRoomy = pool.totalCount - pool.idleCount + held <= pool.options.max
    if (!isRoomy) {
      return
    }
    await start()
    looking?.stop()
    looking = undefined
    if (!isStopped) {
      payload.logger.info({ msg: 'There are database connections again; the workers are back.' })
    }
  }
  const waitForConnections = (): void => {
    if (isStopped) {
      return
    }
    const exhausted = current
    current = undefined
    exhausted?.stop().catch(() => undefined)
    looking = repeat({ intervalMs: LOOK_INTERVAL_MS, log: toLogLine(payload), work: restart })
  }

  await start()
  return {
    stop: async () => {
      isStopped = true
      looking?.stop()
      await current?.stop()
    },
  }
}
