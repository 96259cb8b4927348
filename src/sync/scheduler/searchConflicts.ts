import type { PayloadRequest } from 'payload'

import type { Sync } from '../engine/Sync.js'
import type { Candidate, Conflict, Forecast } from './conflicts/Conflict.js'

import { findLimits } from '../engine/work/findLimits.js'
import { readRunStatistics } from '../store/runs/read/readRunStatistics.js'
import { createSlotReader } from './conflicts/createSlotReader.js'
import { findConflicts } from './conflicts/findConflicts.js'
import { forecastRuns } from './forecastRuns.js'

type SearchConflictsArgs = {
  req?: PayloadRequest
  schedules: readonly Candidate[]
  sync: Sync
}

export type ConflictSearch = {
  conflicts: Conflict[]
  /** What each run of a schedule will take. */
  forecast: (schedule: Candidate) => Forecast
  /** The coming slots of a schedule, in milliseconds since 1970. */
  slotsOf: (schedule: Candidate) => readonly number[]
}

/** Looks for what speaks against schedules, by what their runs took lately. */
export const searchConflicts = async ({
  req,
  schedules,
  sync,
}: SearchConflictsArgs): Promise<ConflictSearch> => {
  const { clock, database, scheduler } = sync
  const now = clock.now()
  const forecast = forecastRuns(await readRunStatistics({ database, now, req }))
  const slotsOf = createSlotReader(now)
  const conflicts = findConflicts({
    forecast,
    limits: await findLimits({ req, sync }),
    perConnection: scheduler.perConnection,
    schedules,
    slotsOf,
  })
  return { conflicts, forecast, slotsOf }
}
