import type { PayloadRequest } from 'payload'

import type { Sync } from '../engine/Sync.js'
import type { Candidate, Clash, Forecast } from './clashes/Clash.js'

import { createTurns } from '../../shared/createTurns.js'
import { findLimits } from '../engine/work/findLimits.js'
import { readRunStatistics } from '../store/runs/read/readRunStatistics.js'
import { createSlotReader } from './clashes/createSlotReader.js'
import { findClashes } from './clashes/findClashes.js'
import { forecastRuns } from './forecastRuns.js'

type SearchClashesArgs = {
  req?: PayloadRequest
  schedules: readonly Candidate[]
  sync: Sync
}

export type ClashSearch = {
  clashes: Clash[]
  /** What each run of a schedule will take. */
  forecast: (schedule: Candidate) => Forecast
  /** The coming slots of a schedule, in milliseconds since 1970. */
  slotsOf: (schedule: Candidate) => Promise<readonly number[]>
}

/**
 * Looks for what speaks against schedules, by what their runs took lately. Whatever else the
 * process has to do goes in between.
 */
export const searchClashes = async ({
  req,
  schedules,
  sync,
}: SearchClashesArgs): Promise<ClashSearch> => {
  const { clock, database, scheduler } = sync
  const now = clock.now()
  const forecast = forecastRuns(await readRunStatistics({ database, now, req }))
  const slotsOf = createSlotReader(now)
  const slots = new Map<Candidate, readonly number[]>()
  const takeTurns = createTurns()
  for (const schedule of schedules) {
    slots.set(schedule, await slotsOf(schedule))
    await takeTurns()
  }
  const clashes = await findClashes({
    forecast,
    limits: await findLimits({ req, sync }),
    perConnection: scheduler.perConnection,
    schedules,
    slotsOf: (schedule) => slots.get(schedule) ?? [],
  })
  return { clashes, forecast, slotsOf }
}
