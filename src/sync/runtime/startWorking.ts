import type { Payload } from 'payload'

import type { StopReason } from '../engine/StopReason.js'
import type { Lane } from '../run/Run.js'
import type { Runtime } from './Runtime.js'

import { performRun } from '../engine/performRun.js'
import { recoverRuns } from '../engine/recoverRuns.js'
import { getSync } from '../engine/Sync.js'
import { toLogLine } from '../operations/toLogLine.js'
import { prepareQueue } from '../queue/prepareQueue.js'
import { startWorker } from '../queue/startWorker.js'
import { getAdapter } from '../store/Database.js'
import { openLocks } from '../store/locks/openLocks.js'

/** How often runs of dead workers are looked for. */
const RECOVERY_INTERVAL_MS = 5_000

type StartWorkingArgs = {
  lanes: readonly Lane[]
  /** Told each time a task is out of hand. */
  onIdle?: () => void
  payload: Payload
}

/** Workers, locks and the watch over dead workers' runs, without the bookkeeping of `startSync`. */
export const startWorking = async ({
  lanes,
  onIdle,
  payload,
}: StartWorkingArgs): Promise<Runtime> => {
  const { worker } = getSync(payload)
  const { pool } = getAdapter(payload)
  const log = toLogLine(payload)
  const inWork = new Set<AbortController>()
  const stopWork = (reason: StopReason): void => {
    inWork.forEach((controller) => controller.abort(reason))
  }

  await prepareQueue({ log, pool })

  const locks = openLocks({
    onLost: () => stopWork('lockLost'),
    pool,
  })
  const recover = async (): Promise<void> => {
    try {
      await recoverRuns({ locks, sync: getSync(payload) })
    } catch (error) {
      payload.logger.warn({
        msg: `Runs of dead workers could not be looked for: ${error instanceof Error ? error.message : String(error)}`,
      })
    }
  }
  await recover()
  const recovery = setInterval(() => void recover(), RECOVERY_INTERVAL_MS).unref()

  const onTask = async (runId: number | string): Promise<void> => {
    const controller = new AbortController()
    inWork.add(controller)
    try {
      await performRun({ locks, runId, signal: controller.signal, sync: getSync(payload) })
    } finally {
      inWork.delete(controller)
    }
  }
  const workers = await Promise.all(
    lanes.map((lane) =>
      startWorker({ concurrency: worker.concurrency[lane], lane, log, onIdle, onTask, pool }),
    ),
  )

  return {
    stop: async () => {
      clearInterval(recovery)
      stopWork('shutdown')
      await Promise.all(workers.map(({ stop }) => stop()))
      await locks.close()
    },
  }
}
