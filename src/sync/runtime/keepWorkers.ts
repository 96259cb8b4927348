import type { Repeated } from './repeat.js'
import type { Runtime } from './Runtime.js'

import { countConnections } from '../operations/doctor/countConnections.js'
import { toLogLine } from '../queue/toLogLine.js'
import { noteExhaustion } from '../store/connections/exhaustion.js'
import { getAdapter } from '../store/Database.js'
import { repeat } from './repeat.js'
import { startWorkers } from './startWorkers.js'

/** How often a process that had to stop its workers looks whether it has connections for them. */
const LOOK_INTERVAL_MS = 5_000

type KeepWorkersArgs = Omit<Parameters<typeof startWorkers>[0], 'onExhausted'>

/**
 * Workers that stop when their process has run out of database connections, and come back when there
 * are enough again. Meanwhile its health says so.
 *
 * @throws WorkersRefusedError when they could not work on the project's database connection
 */
export const keepWorkers = async (args: KeepWorkersArgs): Promise<Runtime> => {
  const { lanes, payload } = args
  const { pool } = getAdapter(payload)
  const { held } = countConnections({ concurrency: Object.fromEntries(lanes.map((l) => [l, 1])) })
  let current: Runtime | undefined
  let looking: Repeated | undefined

  const start = async (): Promise<void> => {
    current = await startWorkers({ ...args, onExhausted: waitForConnections })
  }
  const restart = async (): Promise<void> => {
    // Payload's own connection is among those that are lent; one more is for the work itself.
    const isRoomy = pool.totalCount - pool.idleCount + held <= pool.options.max
    if (isRoomy) {
      await start()
      looking?.stop()
      looking = undefined
      noteExhaustion({ isExhausted: false, pool })
      payload.logger.info({ msg: 'There are database connections again; the workers are back.' })
    }
  }
  const waitForConnections = (): void => {
    noteExhaustion({ isExhausted: true, pool })
    const exhausted = current
    current = undefined
    // It may never end, if what it waits for is a connection.
    exhausted?.stop().catch(() => undefined)
    looking = repeat({ intervalMs: LOOK_INTERVAL_MS, log: toLogLine(payload), work: restart })
  }

  await start()
  return {
    stop: async () => {
      looking?.stop()
      await current?.stop()
    },
  }
}
