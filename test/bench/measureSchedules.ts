import type { ScheduleOptions } from '../../src/plugin/options/ScheduleOptions.js'

import { getSync } from '../../src/sync/engine/Sync.js'
import { listScheduleClashes } from '../../src/sync/operations/schedules/listScheduleClashes.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { fireDueSlots } from '../../src/sync/scheduler/fireDueSlots.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { openTestProject } from '../project/openTestProject.js'

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
  const measure = async <TResult>(
    title: string,
    work: () => Promise<TResult>,
    times = 1,
  ): Promise<TResult> => {
    const begin = performance.now()
    const result = await work()
    const each = (performance.now() - begin) / times
    console.log(`${title}: ${each.toFixed(each < 10 ? 1 : 0)} ms`)
    return result
  }

  const title = `${SCHEDULES} schedules`
  const { runs: early } = await measure(`${title}, first start and look`, () => tick({ payload }))
  const sync = getSync(payload)
  await measure(
    `${title}, a look with nothing due`,
    async () => {
      for (let count = 0; count < QUIET_TICKS; count += 1) {
        await fireDueSlots(sync)
      }
    },
    QUIET_TICKS,
  )
  now = new Date(now.getTime() + 24 * HOUR_MS)
  const { failed, runs } = await measure(`${title}, a look with all of them due`, () =>
    fireDueSlots(sync),
  )
  console.log(`  ${new Set(runs.map(({ id }) => id)).size} runs, ${failed.length} failed`)
  const clashes = await measure(`${title}, the search for clashes`, () =>
    listScheduleClashes({ payload }),
  )
  console.log(`  ${clashes.length} clashes, ${early.length} early runs`)
  await payload.destroy()
}
