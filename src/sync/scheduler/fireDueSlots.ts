import type { Sync } from '../engine/Sync.js'
import type { Schedule } from '../schedule/Schedule.js'
import type { TickResult } from './TickResult.js'

import { describeError } from '../../shared/errors/index.js'
import { knowsSchedule } from '../engine/work/knowsSchedule.js'
import { createPassedFinder } from '../schedule/slots/slots.js'
import { isPassing } from '../store/failures/isPassing.js'
import { toSyncLog } from '../store/log/toSyncLog.js'
import { findDueSchedules } from '../store/schedules/findDueSchedules.js'
import { fireSchedules } from './fireSchedules.js'
import { groupByLine } from './groupByLine.js'
import { listTargets } from './listTargets.js'
import { skipSchedule } from './skips/skipSchedule.js'
import { skipStopped } from './skips/skipStopped.js'

/**
 * How many schedules share a transaction. Whoever starts a run of their connection by hand waits
 * for it.
 */
const MOST_TOGETHER = 25

/**
 * One tick: fires every slot that is due. The database tells what is due, so a schedule that was
 * changed anywhere counts from the next tick of any process. One schedule that fails holds up no
 * other.
 *
 * @throws Error when the database cannot be asked
 */
export const fireDueSlots = async (sync: Sync): Promise<TickResult> => {
  const { clock, database } = sync
  const result: TickResult = { failed: [], quiet: 0, runs: [], skipped: 0 }
  const findPassed = createPassedFinder()
  const targets = new Map<Schedule['id'], readonly string[]>()
  const fail = async ({ error, schedule }: { error: unknown; schedule: Schedule }) => {
    const message = describeError(error)
    result.failed.push({ message, schedule: schedule.id })
    await giveUpSlot({ error, message, schedule, sync })
  }
  /** Those that fail together are tried by halves, until the one is left that it is about. */
  const fire = async (schedules: readonly Schedule[]): Promise<void> => {
    try {
      const scheduleIds = schedules.map(({ id }) => id)
      const fired = await fireSchedules({ findPassed, scheduleIds, sync, targets })
      result.runs.push(...fired.runs)
      result.skipped += fired.skipped
    } catch (error) {
      const [schedule, ...others] = schedules
      if (schedule && others.length === 0) {
        await fail({ error, schedule })
        return
      }
      const half = Math.ceil(schedules.length / 2)
      await fire(schedules.slice(0, half))
      await fire(schedules.slice(half))
    }
  }

  const findTargets = createTargetFinder(sync)
  const due: Schedule[] = []
  const found = await skipStopped({
    schedules: await findDueSchedules({ database, now: clock.now() }),
    sync,
  })
  result.skipped += found.skipped
  for (const schedule of found.due) {
    try {
      if (isOthers({ schedule, sync })) {
        continue
      }
      const wanted = await findTargets(schedule)
      if (schedule.mode === 'live' && wanted.length === 0) {
        // Not a word to the database: the slot stays due and the next tick asks again.
        result.quiet += 1
      } else {
        targets.set(schedule.id, wanted)
        due.push(schedule)
      }
    } catch (error) {
      await fail({ error, schedule })
    }
  }
  for (const group of groupByLine({ items: due, scheduleOf: (schedule) => schedule })) {
    for (let start = 0; start < group.length; start += MOST_TOGETHER) {
      await fire(group.slice(start, start + MOST_TOGETHER))
    }
  }
  return result
}

/** How long a slot waits for a process that knows what it asks for, in milliseconds. */
const PATIENCE_MS = 60 * 60_000

/**
 * Whether a slot is left to a process with another config, as in a rolling deployment. After an
 * hour it is this one that says what is wrong.
 */
const isOthers = ({ schedule, sync }: { schedule: Schedule; sync: Sync }): boolean =>
  !knowsSchedule({ providers: sync.providers, schedule }) &&
  sync.clock.now().getTime() - Date.parse(schedule.nextSlotAt ?? '') < PATIENCE_MS

/** Finds which connections schedules are to run; for equal ones it looks once. */
const createTargetFinder = (sync: Sync): ((schedule: Schedule) => Promise<readonly string[]>) => {
  const known = new Map<string, Promise<readonly string[]>>()
  return async (schedule) => {
    const { connection, mode, provider, resource } = schedule
    const key = JSON.stringify([provider, resource, connection, mode === 'live'])
    const found = known.get(key) ?? listTargets({ schedule, sync })
    known.set(key, found)
    return await found
  }
}

type GiveUpSlotArgs = { error: unknown; message: string; schedule: Schedule; sync: Sync }

const giveUpSlot = async ({
  error: cause,
  message,
  schedule,
  sync,
}: GiveUpSlotArgs): Promise<void> => {
  const { id, provider, resource } = schedule
  const log = toSyncLog({
    area: 'scheduler',
    fields: { provider, resource, scheduleId: id },
    payload: sync.payload,
  })
  if (isPassing(cause)) {
    // Nothing is wrong with the schedule: its slot stays due for the next tick.
    log.warn({ msg: `A due time is tried again at the next tick: ${message}` })
    return
  }
  log.error({ msg: `A schedule started no run: ${message}` })
  try {
    await skipSchedule({ message, scheduleId: id, sync })
  } catch (error) {
    log.error({ msg: `Its time stays due: ${describeError(error)}` })
  }
}
