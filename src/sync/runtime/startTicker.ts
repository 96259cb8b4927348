import type { Payload } from 'payload'

import { createTask } from 'node-cron'

import type { Runtime } from './Runtime.js'

import { describeError } from '../../shared/errors/index.js'
import { noteValue } from '../../shared/measures/measure.js'
import { tick } from '../operations/schedules/tick.js'
import { toLogLine } from '../queue/toLogLine.js'
import { toSyncLog } from '../store/log/toSyncLog.js'
import { startDelivery } from './delivery/startDelivery.js'
import { hasRuntime } from './Runtime.js'

/**
 * In UTC, where no hour is left out or comes twice. What a schedule's own timezone says is worked
 * out slot by slot; this is only the moment to tick.
 */
const EVERY_MINUTE = { expression: '* * * * *', timezone: 'UTC' }

/** Ticks now, for what was missed, and then at the start of every minute. */
export const startTicker = async ({ payload }: { payload: Payload }): Promise<Runtime> => {
  const log = toSyncLog({ area: 'scheduler', payload })
  const noteUp = (value: 0 | 1): void =>
    noteValue({ name: 'payload_sync_process_scheduler_up', value })
  let ticking: Promise<void> | undefined
  const tickOnce = (): Promise<void> => {
    ticking ??= tick({ payload })
      .then(
        () => undefined,
        (error: unknown) =>
          // What is due stays due: a database that was away costs a minute.
          log.error({ msg: `The schedules could not be read: ${describeError(error)}` }),
      )
      .finally(() => {
        ticking = undefined
      })
    return ticking
  }
  const task = createTask(EVERY_MINUTE.expression, tickOnce, {
    // A late tick is as good as one in time, and one at a time is ensured above.
    suppressMissedWarning: true,
    timezone: EVERY_MINUTE.timezone,
    unref: true,
  })
  task.on('execution:missed', tickOnce)
  await tickOnce()
  await task.start()
  // Somebody must tell that no worker works.
  const delivery = hasRuntime({ kind: 'workers', payload })
    ? undefined
    : startDelivery({ log: toLogLine(payload), payload })
  noteUp(1)
  log.info({ msg: 'The scheduler has started.' })

  return {
    stop: async () => {
      noteUp(0)
      await task.destroy()
      await ticking
      await delivery?.stop()
      log.info({ msg: 'The scheduler has stopped.' })
    },
  }
}
