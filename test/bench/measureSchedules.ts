import type { ScheduleOptions } from '../../src/plugin/options/ScheduleOptions.js'

import { getSync } from '../../src/sync/engine/Sync.js'
import { listScheduleClashes } from '../../src/sync/operations/schedules/listScheduleClashes.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { fireDueSlots } from '../../src/sync/scheduler/fireDueSlots.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { openTestProject } from '../project/openTestProject.js'
import { measureLoop } from './measureLoop.js'

const SCHEDULES = 1000
const QUIET_TICKS = 50
const HOUR_MS = 3_600_000

/** Every minute of most hours of a day, so that few are due together and all within a day. */
const toSchedule = (index: number): ScheduleOptions => ({
  frequency: 'daily',
  hour: Math.floor(index / 60),
  minute: index % 60,
  mode: 'full',
  provider: `provider-${index % 10}`,
  resource: 'games',
})

/** A thousand schedules: bringing them to the database, and looking at them. */
export const measureSchedules = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  let now = new Date('2031-03-05T00:00:00.000Z')
  const payload = await openTestProject({
    databaseUrl,
    onLog: () => undefined,
    options: {
      clock: { now: () => now },
      providers: Array.from({ length: 10 }, (_, index) =>
        defineTestProvider({ name: `provider-${index}`, baseUrl: 'http://localhost' }),
      ),
      scheduler: { perConnection: SCHEDULES },
      schedules: Array.from({ length: SCHEDULES }, (_, index) => toSchedule(index)),
    },
  })
  const title = `${SCHEDULES} schedules`
  const { runs: early } = await measureLoop({
    title: `${title}, first start and look`,
    work: () => tick({ payload }),
  })
  const sync = getSync(payload)
  await measureLoop({
    times: QUIET_TICKS,
    title: `${title}, a look with nothing due`,
    work: async () => {
      for (let count = 0; count < QUIET_TICKS; count += 1) {
        await fireDueSlots(sync)
      }
    },
  })
  now = new Date(now.getTime() + 24 * HOUR_MS)
  const { failed, runs } = await measureLoop({
    title: `${title}, a look with all of them due`,
    work: () => fireDueSlots(sync),
  })
  console.log(`  ${new Set(runs.map(({ id }) => id)).size} runs, ${failed.length} failed`)
  const clashes = await measureLoop({
    title: `${title}, the search for clashes`,
    work: () => listScheduleClashes({ payload }),
  })
  console.log(`  ${clashes.length} clashes, ${early.length} early runs`)
  // Every slot of a day in which nobody looked has to be counted.
  await getAdapter(payload).pool.query(
    `update sync_schedules set frequency = 'cron', cron = '*/5 * * * *', timezone = 'Europe/Berlin',
       next_slot_at = $1, last_slot_at = null, counted_until = null`,
    [now],
  )
  now = new Date(now.getTime() + 24 * HOUR_MS)
  const { skipped } = await measureLoop({
    title: `${title}, a look after a day in which all were due every five minutes`,
    work: () => fireDueSlots(sync),
  })
  console.log(`  ${skipped} slots skipped`)
  await payload.destroy()
}
