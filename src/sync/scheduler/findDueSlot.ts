import type { PayloadRequest } from 'payload'

import type { Schedule } from '../schedule/Schedule.js'
import type { findPassedSlots } from '../schedule/slots/slots.js'
import type { Database } from '../store/Database.js'

import { findLatestSlot, findNextSlot } from '../schedule/slots/slots.js'
import { countSlots } from '../store/runs/read/slots/countSlots.js'
import { passSlot } from '../store/schedules/passSlot.js'

/**
 * A slot that no tick finds within this time was missed: the process slept, was down or was
 * blocked.
 */
export const PUNCTUAL_MS = 90_000

/** Between two looks of a process. */
const LOOK_INTERVAL_MS = 60_000

/** What is due of a schedule. */
export type DueSlot = {
  /** The newest slot up to which skipped ones are counted from now on. */
  countedUntil: Date
  /** It came too late, and the schedule does not make up for that. */
  isMissed: boolean
  /** The newest slot, which is to be used. */
  latest: Date
  /** Slots that were counted as skipped and are still to come. */
  restored: number
  schedule: Schedule
  /** Slots that passed unused. */
  skipped: number
}

type FindDueSlotArgs = {
  database: Database
  findPassed: typeof findPassedSlots
  now: Date
  /** Its transaction holds the schedule. */
  req: PayloadRequest
  schedule: Schedule
}

/** What is due of a schedule that this process has to itself. `null` when nothing is after all. */
export const findDueSlot = async ({
  database,
  findPassed,
  now,
  req,
  schedule,
}: FindDueSlotArgs): Promise<DueSlot | null> => {
  const from = findFirstDue({ now, schedule })
  if (!from) {
    return null
  }
  const scheduleId = schedule.id
  const countUnused = async ({
    end,
    start,
    ...known
  }: {
    end: Date
    /** Slots behind the start, where they are counted already. */
    passed?: number
    start: Date
  }): Promise<number> => {
    const passed =
      known.passed ?? (await findPassed({ from: start, now: end, timing: schedule })).skipped
    const used =
      passed > 0 ? await countSlots({ database, from: start, req, scheduleId, to: end }) : 0
    return Math.max(0, passed - used)
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
  const { latest, skipped: passed } = isLive
    ? { latest: findLatestSlot({ from, now, timing: schedule }), skipped: 0 }
    : await findPassed({ from, now, timing: schedule })
  const start = new Date(Math.max(from.getTime(), known))
  const isFromStart = start.getTime() === from.getTime()
  const unused = isLive
    ? 0
    : await countUnused({ end: latest, start, ...(isFromStart && { passed }) })
  const isPunctual = now.getTime() - latest.getTime() <= PUNCTUAL_MS
  // What was live a while ago is not live now: no old minute is worth a run.
  const isMissed = !isPunctual && (isLive || !schedule.catchUp)
  return {
    countedUntil: new Date(Math.max(known, latest.getTime())),
    isMissed,
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
