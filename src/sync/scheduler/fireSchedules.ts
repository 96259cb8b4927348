import type { PayloadRequest } from 'payload'

import type { Sync } from '../engine/Sync.js'
import type { WantedWork } from '../engine/work/queueRuns.js'
import type { Run } from '../run/Run.js'
import type { Schedule } from '../schedule/Schedule.js'
import type { findPassedSlots } from '../schedule/slots/slots.js'
import type { DueSlot } from './findDueSlot.js'

import { createTurns } from '../../shared/createTurns.js'
import { findWork } from '../engine/work/findWork.js'
import { queueRuns } from '../engine/work/queueRuns.js'
import { findTimingError } from '../schedule/findTimingProblems.js'
import { findNextSlot } from '../schedule/slots/slots.js'
import { inTransaction } from '../store/inTransaction.js'
import { toSyncLog } from '../store/log/toSyncLog.js'
import { findBusyConnections } from '../store/runs/read/slots/findBusyConnections.js'
import { findUsedSlots } from '../store/runs/read/slots/findUsedSlots.js'
import { lockDueSchedules } from '../store/schedules/lockDueSchedules.js'
import { passSlot } from '../store/schedules/passSlot.js'
import { findDueSlot, PUNCTUAL_MS } from './findDueSlot.js'
import { groupByLine } from './groupByLine.js'
import { tellFirings } from './tellFirings.js'

type FireSchedulesArgs = {
  findPassed: typeof findPassedSlots
  scheduleIds: readonly Schedule['id'][]
  sync: Sync
  /** Which connections each is to run. */
  targets: ReadonlyMap<Schedule['id'], readonly string[]>
}

export type Fired = {
  runs: Run[]
  /** Slots that had passed unused. */
  skipped: number
}

export type Firing = {
  /** `false` for a slot that makes no run. */
  isWanted: boolean
  lateMs: number
} & DueSlot

/**
 * Uses the newest slot of each of these schedules that is due: their runs are queued and the
 * schedules go on to their next slots, in one transaction. Of any number of processes that try, one
 * does it for each. Best for schedules of one line: they share its locks.
 *
 * @throws RefusedError when the work of one cannot be queued; nothing is changed of any then
 */
export const fireSchedules = async ({
  findPassed,
  scheduleIds,
  sync,
  targets,
}: FireSchedulesArgs): Promise<Fired> => {
  const { clock, database } = sync
  const now = clock.now()
  const busy = new Map<string, Firing>()
  const { errors, firings, runs } = await inTransaction({
    database,
    work: async (req) => {
      const schedules = await lockDueSchedules({ database, now, req, scheduleIds })
      const firings = await findFirings({ findPassed, now, req, schedules, sync })
      const queued: Run[] = []
      busy.clear()
      for (const group of groupByLine({ items: firings, scheduleOf })) {
        const { connection, provider } = group[0].schedule
        const wanted =
          connection === null
            ? await findFree({ busy, group, req, sync, targets })
            : [{ connection, firings: group }]
        for (const one of wanted) {
          const works = one.firings.map((firing) => toWork({ firing, sync }))
          queued.push(
            ...(await queueRuns({ connection: one.connection, provider, req, sync, works })),
          )
        }
      }
      const errors = await passSlots({ firings, now, req, sync })
      await tellFirings({ busy, firings, queued, req, sync })
      return { errors, firings, runs: queued }
    },
  })
  // Only now is it true.
  firings.forEach((firing) => report({ error: errors.get(firing), firing, sync }))
  busy.forEach(({ schedule: { id, mode, provider } }, connection) => {
    toSyncLog({ area: 'scheduler', payload: sync.payload }).info({
      connection,
      mode,
      msg: 'A time was skipped: the connection is at work.',
      provider,
      schedule: id,
    })
  })
  return { runs, skipped: firings.reduce((sum, { skipped }) => sum + skipped, 0) }
}

const scheduleOf = ({ schedule }: Firing): Schedule => schedule

type FindFiringsArgs = {
  findPassed: typeof findPassedSlots
  now: Date
  req: PayloadRequest
  schedules: readonly Schedule[]
  sync: Sync
}

const findFirings = async ({
  findPassed,
  now,
  req,
  schedules,
  sync: { database },
}: FindFiringsArgs): Promise<Firing[]> => {
  const takeTurns = createTurns()
  const found: DueSlot[] = []
  for (const schedule of schedules) {
    const due = await findDueSlot({ database, findPassed, now, req, schedule })
    if (due) {
      found.push(due)
    }
    await takeTurns()
  }
  const isUsed = await findUsedSlots({
    database,
    req,
    slots: found.map(({ latest, schedule }) => ({ at: latest, scheduleId: schedule.id })),
  })
  return found.map((due) => ({
    ...due,
    isWanted: !due.isMissed && !isUsed({ at: due.latest, scheduleId: due.schedule.id }),
    lateMs: now.getTime() - due.latest.getTime(),
  }))
}

type OfFiringArgs = { firing: Firing; sync: Sync }

const toWork = ({
  firing: { isWanted, lateMs, latest, schedule, skipped },
  sync: { providers },
}: OfFiringArgs): WantedWork => ({
  initiatedBy: null,
  mode: schedule.mode,
  priority: schedule.priority,
  resources: isWanted
    ? findWork({
        ...schedule,
        connection: schedule.connection ?? undefined,
        providers,
        resource: schedule.resource ?? undefined,
      })
    : [],
  slot: { at: latest.toISOString(), lateMs, schedule: schedule.id, skipped },
  trigger: 'schedule',
})

type FindFreeArgs = {
  /** Filled with those that are at work. */
  busy: Map<string, Firing>
  group: readonly [Firing, ...Firing[]]
  req: PayloadRequest
} & Pick<FireSchedulesArgs, 'sync' | 'targets'>

/** What each connection has to do whose schedules mean every one, unless it is still at work. */
const findFree = async ({
  busy,
  group,
  req,
  sync: { database },
  targets,
}: FindFreeArgs): Promise<{ connection: string; firings: Firing[] }[]> => {
  const { mode, provider } = group[0].schedule
  const wanted = group.filter(({ isWanted }) => isWanted)
  const connections = [...new Set(wanted.flatMap(({ schedule }) => targets.get(schedule.id) ?? []))]
  const lane = mode === 'live' ? 'live' : 'bulk'
  const atWork = await findBusyConnections({ connections, database, lane, provider, req })
  return connections.flatMap((connection) => {
    const firings = wanted.filter(({ schedule }) => targets.get(schedule.id)?.includes(connection))
    if (atWork.has(connection)) {
      busy.set(connection, firings[0]!)
      return []
    }
    return [{ connection, firings }]
  })
}

type PassSlotsArgs = { firings: readonly Firing[] } & Omit<
  FindFiringsArgs,
  'findPassed' | 'schedules'
>

/** Goes on to the next slots. Returns why a schedule has none, of those that have none. */
const passSlots = async ({
  firings,
  now,
  req,
  sync: { database },
}: PassSlotsArgs): Promise<Map<Firing, string>> => {
  const errors = new Map<Firing, string>()
  for (const firing of firings) {
    const { countedUntil, latest, restored, schedule, skipped } = firing
    const next = findNextSlot({ after: now, timing: schedule })
    // An editor saved it when it could still be read; nobody would learn why it ended.
    const error = next ? null : findTimingError(schedule)
    if (error !== null) {
      errors.set(firing, error)
    }
    await passSlot({
      countedUntil,
      database,
      error,
      next,
      req,
      scheduleId: schedule.id,
      skipped: skipped - restored,
      slot: latest,
    })
  }
  return errors
}

const report = ({
  error,
  firing: { isWanted, lateMs, latest, schedule, skipped },
  sync: { payload },
}: { error: string | undefined } & OfFiringArgs): void => {
  const { id, mode, provider, resource } = schedule
  const log = toSyncLog({ area: 'scheduler', payload })
  if (error !== undefined) {
    log.error({
      msg: `A schedule has no next time: ${error}`,
      provider,
      resource,
      scheduleId: id,
    })
  }
  if (lateMs > PUNCTUAL_MS && mode !== 'live') {
    log.warn({
      at: latest.toISOString(),
      lateMs,
      msg: isWanted ? 'A time was missed and runs now.' : 'A time was missed and is skipped.',
      provider,
      resource,
      schedule: id,
      skipped,
    })
  }
}
