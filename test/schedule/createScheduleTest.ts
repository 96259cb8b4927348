import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { Schedule } from '../../src/sync/schedule/Schedule.js'
import type { SyncTest } from '../project/createSyncTest.js'

import { DEFAULT_CONNECTION } from '../../src/sdk/connections/Connection.js'
import { getSync } from '../../src/sync/engine/Sync.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { findSchedules } from '../../src/sync/store/schedules/findSchedules.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'

type CreateScheduleTestArgs = {
  /** ISO 8601. */
  now: string
} & Pick<NonNullable<Parameters<typeof createSyncTest>[0]>, 'provider' | 'records'> &
  Pick<SyncPluginOptions, 'batchSize' | 'notifications' | 'scheduler' | 'schedules'>

type RunRow = {
  createdAt: string
  initiatedBy?: unknown
  mode: string
  priority: string
  resource: string
  scheduled?: { at?: null | string; lateMs?: null | number; skipped?: null | number }
  trigger: string
}

/** A project with a clock that stands still until a test moves it. */
export const createScheduleTest = async ({
  now: start,
  provider,
  records,
  ...options
}: CreateScheduleTestArgs) => {
  let now = new Date(start)
  const test: SyncTest = await createSyncTest({
    options: { ...options, clock: { now: () => now } },
    provider,
    records,
  })
  const { payload } = test
  const { database } = getSync(payload)

  return {
    ...test,
    create: (data: Record<string, unknown>) =>
      payload.create({
        collection: testSlugs.syncSchedules,
        data: { connection: DEFAULT_CONNECTION, provider: 'test', resource: 'games', ...data },
      }) as unknown as Promise<Schedule>,
    findRuns: async () => {
      const { docs } = await payload.find({
        collection: testSlugs.syncLogs,
        depth: 0,
        pagination: false,
        sort: 'id',
      })
      return docs as unknown as RunRow[]
    },
    findSchedules: () => findSchedules({ database }),
    fire: () => tick({ payload }),
    now: () => now,
    update: (id: Schedule['id'], data: Record<string, unknown>) =>
      payload.update({ id, collection: testSlugs.syncSchedules, data }),
    /** Moves the clock to a moment, given as ISO 8601. */
    travelTo: (moment: string) => {
      now = new Date(moment)
    },
  }
}
