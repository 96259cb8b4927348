import type { Payload } from 'payload'

import { expect, it, onTestFinished, vi } from 'vitest'

import { getSync } from '../../src/sync/engine/Sync.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { findSchedules } from '../../src/sync/store/schedules/findSchedules.js'
import { createTestProject } from '../project/createTestProject.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { waitFor } from '../project/waitFor.js'

const MANY = 60
const SLOT = '2031-03-05T02:00:00.000Z'
const NEXT_SLOT = '2031-03-05T03:00:00.000Z'

const { resources, ...provider } = defineTestProvider({ baseUrl: 'http://localhost' })
const names = Array.from({ length: MANY }, (_, index) => `games-${index}`)
const options = {
  clock: { now: () => new Date(SLOT) },
  providers: [
    {
      ...provider,
      resources: new Map([
        ...resources,
        ...names.map((name) => [name, resources.get('games')!] as const),
      ]),
    },
  ],
}

/** Hosts of one project, whose schedules are due. Each is of work of its own. */
const openHosts = async (count: number): Promise<[Payload, ...Payload[]]> => {
  const first = await createTestProject({ options })
  onTestFinished(() => first.payload.destroy())
  const hosts: [Payload, ...Payload[]] = [first.payload]
  const { databaseUrl } = first
  while (hosts.length < count) {
    const { payload } = await createTestProject({ databaseUrl, isNew: false, options })
    // Before the first one gives the database back.
    onTestFinished(() => payload.destroy())
    hosts.push(payload)
  }
  await tick({ payload: first.payload })
  await getAdapter(first.payload).pool.query(
    `insert into sync_schedules (
       provider, resource, connection, mode, frequency, minute, enabled, catch_up, priority,
       timezone, origin, title, next_slot_at)
     select 'test', name, 'default', 'full', 'hourly', 0, true, true, 'normal', 'UTC', 'admin',
       name, $2::timestamptz
     from unnest($1::text[]) as name`,
    [names, SLOT],
  )
  return hosts
}

const find = (payload: Payload) => findSchedules({ database: getSync(payload).database })

const findQueued = async (payload: Payload): Promise<unknown[]> => {
  const { rows } = await getAdapter(payload).pool.query<{ resource: string }>(
    `select resource from sync_logs where status = 'queued' order by id`,
  )
  return rows.map(({ resource }) => resource)
}

it('should fire each of many once when two hosts look at the same moment', async () => {
  const [one, other] = await openHosts(2)
  const { pool } = getAdapter(one)
  // Both get as far as they can: each holds schedules and waits for what queues their runs.
  const gate = await pool.connect()
  await gate.query('begin')
  await gate.query(`select pg_advisory_xact_lock(hashtextextended('start/test/default', 0))`)
  const ticks = Promise.all([tick({ payload: one }), tick({ payload: other! })])
  await waitFor({
    event: 'both to wait',
    look: async () => {
      const { rows } = await pool.query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_locks
         where locktype = 'advisory' and not granted
           and database = (select oid from pg_database where datname = current_database())`,
      )
      return rows[0]!.waiting === 2
    },
  })
  await gate.query('commit')
  gate.release()
  const results = await ticks

  expect(results.flatMap(({ failed }) => failed)).toEqual([])
  results.forEach(({ runs }) => expect(runs.length).toBeGreaterThan(0))
  const fired = results.flatMap(({ runs }) => runs.map(({ resource }) => resource))
  expect(fired.sort()).toEqual([...names].sort())
  expect((await findQueued(one)).sort()).toEqual([...names].sort())
  for (const schedule of await find(one)) {
    expect(schedule).toMatchObject({ lastSlotAt: SLOT, nextSlotAt: NEXT_SLOT, skippedSlots: 0 })
  }
})

it('should fire all but the one that fails, and share transactions where none does', async () => {
  const [payload] = await openHosts(1)
  const { pool } = getAdapter(payload)
  // cspell:ignore errcode plpgsql
  await pool.query(`
    create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'never that one' using errcode = '23514'; end $$;
    create trigger refuse before insert on sync_logs for each row
      when (new.resource = 'games-7') execute function refuse();
  `)

  const { failed, runs } = await tick({ payload })

  const [broken] = (await find(payload)).filter(({ resource }) => resource === 'games-7')
  expect(failed).toMatchObject([{ schedule: broken!.id }])
  expect(broken).toMatchObject({
    lastError: expect.stringContaining('never that one') as unknown,
    nextSlotAt: NEXT_SLOT,
  })
  expect(runs.map(({ resource }) => resource)).toEqual(names.filter((name) => name !== 'games-7'))
  expect(await findQueued(payload)).toHaveLength(MANY - 1)

  // The same slots once more, as when a clock was put back: none of them is used again.
  await pool.query(`update sync_schedules set next_slot_at = $1 where resource <> 'games-7'`, [
    SLOT,
  ])
  const connect = vi.spyOn(pool, 'connect')
  onTestFinished(() => connect.mockRestore())
  expect(await tick({ payload })).toMatchObject({ failed: [], runs: [] })
  // A transaction for each would be sixty.
  expect(connect.mock.calls.length).toBeLessThan(MANY / 3)
})
