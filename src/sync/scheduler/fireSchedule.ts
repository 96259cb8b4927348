import type { PayloadRequest } from 'payload'

import type { Sync } from '../engine/Sync.js'
import type { Run, Slot } from '../run/Run.js'
import type { Schedule } from '../schedule/Schedule.js'

import { findWork } from '../engine/work/findWork.js'
import { queueRuns } from '../engine/work/queueRuns.js'
import { findTimingError } from '../schedule/findTimingProblems.js'
import { findLatestSlot, findNextSlot, findPassedSlots } from '../schedule/slots/slots.js'
import { inTransaction } from '../store/inTransaction.js'
import { countSlots } from '../store/runs/read/countSlots.js'
import { lockDueSchedule } from '../store/schedules/lockDueSchedule.js'
import { passSlot } from '../store/schedules/passSlot.js'

/**
 * A slot that no tick finds within this time was missed: the process slept, was down or was
 * blocked.
 */
const PUNCTUAL_MS = 90_000

/** Between two looks of a process. */
const LOOK_INTERVAL_MS = 60_000

type FireScheduleArgs = { scheduleId: Schedule['id']; sync: Sync }

export type Fired = {
  runs: Run[]
  /** Slots that had passed unused. */
  skipped: number
}

/**
 * Uses the newest slot of a schedule that is due: its runs are queued and the schedule goes on to
 * its next slot, in one transaction. Of any number of processes that try, one does it. `null` for
 * the others.
 *
 * @throws RefusedError when the work cannot be queued; nothing is changed then
 */
export const fireSchedule = async ({
  scheduleId,
  sync,
}: FireScheduleArgs): Promise<Fired | null> => {
  const { clock, database, payload, providers } = sync
  const now = clock.now()
  return await inTransaction({
    database,
    work: async (req) => {
      const due = await findDue({ now, req, scheduleId, sync })
      if (!due) {
        return null
      }
      const { countedUntil, isWanted, latest, restored, schedule, skipped } = due
      const resources = isWanted
        ? findWork({ ...schedule, providers, resource: schedule.resource ?? undefined })
        : []
      const slot: Slot = {
        at: latest.toISOString(),
        lateMs: now.getTime() - latest.getTime(),
        schedule: schedule.id,
        skipped,
      }
      const runs = await queueRuns({
        connection: schedule.connection,
        initiatedBy: null,
        mode: schedule.mode,
        priority: schedule.priority,
        provider: schedule.provider,
        req,
        resources,
        slot,
        sync,
        trigger: 'schedule',
      })
      const next = findNextSlot({ after: now, timing: schedule })
      // An editor saved it when it could still be read; nobody would learn why it ended.
      const error = next ? null : findTimingError(schedule)
      await passSlot({
        countedUntil,
        database,
        error,
        next,
        req,
        scheduleId,
        skipped: skipped - restored,
        slot: latest,
      })
      if (error !== null) {
        const { provider, resource } = schedule
        payload.logger.error({
          msg: `A schedule has no next slot: ${error}`,
          provider,
          resource,
          scheduleId,
        })
      }
      if (slot.lateMs > PUNCTUAL_MS && schedule.mode !== 'live') {
        const { provider, resource } = schedule
        payload.logger.warn({
          ...slot,
          msg: isWanted ? 'A slot was missed and runs now.' : 'A slot was missed and is skipped.',
          provider,
          resource,
        })
      }
      return { runs, skipped }
    },
  })
}

/** Goes on to the next slot of a schedule whose work cannot be queued, and remembers why. */
export const skipSchedule = async ({
  message,
  scheduleId,
  sync,
}: { message: string } & FireScheduleArgs): Promise<void> => {
  const { clock, database } = sync
  const now = clock.now()
  await inTransaction({
    database,
    work: async (req) => {
      const due = await findDue({ now, req, scheduleId, sync })
      if (due) {
        const { countedUntil, latest: slot, restored, schedule, skipped: unused } = due
        const skipped = unused - restored
        const next = findNextSlot({ after: now, timing: schedule })
        await passSlot({
          countedUntil,
          database,
          error: message,
          next,
          req,
          scheduleId,
          skipped,
          slot,
        })
      }
    },
  })
}

type FindDueArgs = { now: Date; req: PayloadRequest } & FireScheduleArgs

/** What is due of a schedule that this process has to itself. */
const findDue = async ({ now, req, scheduleId, sync: { database } }: FindDueArgs) => {
  const schedule = await lockDueSchedule({ database, now, req, scheduleId })
  const from = schedule && findFirstDue({ now, schedule })
  if (!from) {
    return null
  }
  const countUnused = async ({ end, start }: { end: Date; start: Date }): Promise<number> => {
    const { skipped } = findPassedSlots({ from: start, now: end, timing: schedule })
    const used =
      skipped > 0 ? await countSlots({ database, from: start, req, scheduleId, to: end }) : 0
    return Math.max(0, skipped - used)
  }
  const { countedUntil, lastError, lastSlotAt, skippedSlots } = schedule
  const counted = countedUntil === null ? 0 : Date.parse(countedUntil)
  const last = lastSlotAt === null ? undefined : new Date(lastSlotAt)
  // What a clock that was ahead let pass is still to come, and was not skipped. Where less than that
  // was counted, the one that is off is this host's own.
  const ahead = last && last > now ? await countUnused({ end: last, start: from }) : 0
  const restored = ahead <= skippedSlots ? ahead : 0
  const known = restored > 0 ? from.getTime() : counted
  if (from > now) {
    await passSlot({
      countedUntil: new Date(known),
      database,
      error: lastError,
      next: from,
      req,
      scheduleId,
      skipped: -restored,
      slot: null,
    })
    return null
  }
  const isLive = schedule.mode === 'live'
  // Of a live schedule nothing passes unused: it is due for as long as nothing is on.
  const latest = isLive
    ? findLatestSlot({ from, now, timing: schedule })
    : findPassedSlots({ from, now, timing: schedule }).latest
  const start = new Date(Math.max(from.getTime(), known))
  const unused = isLive ? 0 : await countUnused({ end: latest, start })
  const isPunctual = now.getTime() - latest.getTime() <= PUNCTUAL_MS
  // What was live a while ago is not live now: no old minute is worth a run.
  const isMissed = !isPunctual && (isLive || !schedule.catchUp)
  const isUsed =
    (await countSlots({
      database,
      from: latest,
      req,
      scheduleId,
      to: new Date(latest.getTime() + 1),
    })) > 0
  return {
    countedUntil: new Date(Math.max(known, latest.getTime())),
    isWanted: !isMissed && !isUsed,
    latest,
    restored,
    schedule,
    skipped: unused + (isMissed && !isLive ? 1 : 0),
  }
}

/**
 * The first slot to deal with. A next slot that is still to come was written when the clock was
 * ahead; what has become due since the last tick is what counts then.
 */
const findFirstDue = ({ now, schedule }: { now: Date; schedule: Schedule }): Date | undefined => {
  const next = schedule.nextSlotAt === null ? undefined : new Date(schedule.nextSlotAt)
  return next && next > now
    ? findNextSlot({ after: new Date(now.getTime() - LOOK_INTERVAL_MS), timing: schedule })
    : next
}
