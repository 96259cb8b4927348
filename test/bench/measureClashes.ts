import { listScheduleClashes } from '../../src/sync/operations/schedules/listScheduleClashes.js'
import { previewSchedule } from '../../src/sync/operations/schedules/previewSchedule.js'
import { fromCron } from '../../src/sync/schedule/slots/fromCron.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { openTestProject } from '../project/openTestProject.js'
import { measureLoop } from './measureLoop.js'

const SCHEDULES = 100

/**
 * Checks a hundred schedules of one connection that fire every minute. Half of them say so in a way
 * that is worked out slot by slot, in five timezones.
 */
export const measureClashes = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  const payload = await openTestProject({
    databaseUrl,
    onLog: () => undefined,
    options: {
      providers: [defineTestProvider({ baseUrl: 'http://localhost' })],
      scheduler: { perConnection: SCHEDULES },
    },
  })
  const { pool } = getAdapter(payload)
  await pool.query(
    `insert into sync_schedules (
       provider, resource, connection, mode, frequency, cron, enabled, catch_up, priority, timezone,
       origin, title, next_slot_at)
     select 'test', 'games', 'default', 'full', 'cron',
       (array['* * * * *', '*/1 * * * *'])[1 + n % 2], true, true, 'normal',
       (array['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'])
         [1 + n % 5], 'admin', 'schedule ' || n, now()
     from generate_series(1, $1::int) as n`,
    [SCHEDULES],
  )
  // What a run takes, and how much may be taken.
  await pool.query(
    `insert into sync_logs (
       provider, resource, connection, mode, lane, status, trigger, started_at, finished_at,
       requests)
     select 'test', 'games', 'default', 'full', 'bulk', 'completed', 'api',
       now() - interval '1 hour', now() - interval '50 minutes', 50
     from generate_series(1, 3)`,
  )
  await pool.query(
    `insert into sync_quotas (provider, connection, name, "limit", available, window_ms)
     values ('test', 'default', 'requests', 100, 100, 86400000)`,
  )

  const title = `${SCHEDULES} schedules of every minute`
  const clashes = await measureLoop({
    title: `${title}, the search for clashes`,
    work: () => listScheduleClashes({ payload }),
  })
  const kinds = [...new Set(clashes.map(({ kind }) => kind))]
  console.log(`  ${clashes.length} clashes of the kinds ${kinds.join(', ')}`)
  await measureLoop({
    title: `${title}, a look at one more before it is saved`,
    work: () =>
      previewSchedule({
        payload,
        schedule: {
          ...fromCron({ cron: '* * * * *', timezone: 'Europe/Berlin' }),
          catchUp: true,
          connection: 'default',
          enabled: true,
          mode: 'full',
          note: null,
          priority: 'normal',
          provider: 'test',
          resource: 'games',
        },
      }),
  })
  await payload.destroy()
}
