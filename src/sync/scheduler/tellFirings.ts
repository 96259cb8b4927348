import type { PayloadRequest } from 'payload'

import type { Sync } from '../engine/Sync.js'
import type { NoticeName } from '../run/notices/Notice.js'
import type { Run } from '../run/Run.js'
import type { Schedule } from '../schedule/Schedule.js'
import type { Firing } from './fireSchedules.js'

import { tellNotice } from '../engine/events/tellNotice.js'
import { findNextSlot } from '../schedule/slots/slots.js'

type TellScheduleArgs = {
  /** What its words name: when it fires next, or was due. */
  at: Date | undefined
  count?: number
  name: NoticeName
  req: PayloadRequest
  schedule: Schedule
  sync: Sync
  values?: Record<string, number | string>
}

/** Writes down what people are told of a schedule, in the transaction that makes it so. */
export const tellSchedule = async ({
  name,
  at,
  count = 1,
  req,
  schedule,
  sync,
  values,
}: TellScheduleArgs): Promise<void> => {
  const { id, connection, provider, resource } = schedule
  await tellNotice({
    notice: {
      name,
      connection,
      count,
      link: { id, of: 'schedule' },
      provider,
      resource,
      severity: name === 'schedule:skipped' ? 'warning' : 'info',
      values: { at: at?.toISOString() ?? '', mode: schedule.mode, ...values },
    },
    req,
    sync,
  })
}

type TellFiringsArgs = {
  /** Connections that are still at work, with what they were to do. */
  busy: ReadonlyMap<string, Firing>
  firings: readonly Firing[]
  queued: readonly Run[]
  req: PayloadRequest
  sync: Sync
}

/** Writes down which slots were used, and which were not and why. */
export const tellFirings = async ({
  busy,
  firings,
  queued,
  req,
  sync,
}: TellFiringsArgs): Promise<void> => {
  const now = sync.clock.now()
  for (const { isMissed, isWanted, latest, schedule } of firings) {
    const next = findNextSlot({ after: now, timing: schedule })
    const about = { req, schedule, sync }
    const runs = queued.filter(({ scheduled }) => scheduled?.schedule === schedule.id).length
    const isBusy = [...busy.values()].some((firing) => firing.schedule.id === schedule.id)
    if (isWanted && (runs > 0 || !isBusy)) {
      await tellSchedule({ ...about, name: 'schedule:fired', at: latest, count: Math.max(1, runs) })
    } else if (isWanted || isMissed) {
      const values = { skip: isWanted ? 'busy' : 'missed' }
      await tellSchedule({ ...about, name: 'schedule:skipped', at: next, values })
    }
  }
}
