import { describe, expect, it, onTestFinished } from 'vitest'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { Provider, Resource } from '../../src/sdk/index.js'

import { getSync } from '../../src/sync/engine/Sync.js'
import { seeToUnknown } from '../../src/sync/engine/work/seeToUnknown.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { getRunReport } from '../../src/sync/operations/runs/getRunReport.js'
import { retryRun } from '../../src/sync/operations/runs/retryRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { startSync, stopSync } from '../../src/sync/runtime/startSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'

const RECORDS = Array.from({ length: 25 }, (_, index) => ({ id: `g${index}`, name: 'A game' }))
const WORK = { initiatedBy: null, mode: 'full', provider: 'test', trigger: 'api' } as const
const OPTIONS = { onLocalDelete: 'recreate' as const, scheduler: { enabled: false } }

type Resources = (resources: Map<string, Resource>) => Map<string, Resource>

const withoutGames: Resources = (resources) =>
  new Map([...resources].filter(([name]) => name !== 'games'))

const withGamesOfVersion =
  (version: number): Resources =>
  (resources) =>
    new Map([...resources, ['games', { ...resources.get('games')!, version }]])

/** A database, and projects on it whose configs differ. */
const createVersionsTest = async (options: Omit<SyncPluginOptions, 'providers'> = {}) => {
  const test = await createSyncTest({ options: { ...OPTIONS, ...options }, records: RECORDS })
  const { provider } = test.provider
  const { pool } = getAdapter(test.payload)
  return {
    ...test,
    find: (id: number | string) => getRun({ payload: test.payload, runId: id }),
    open: async (change: Resources) => {
      const changed: Provider = { ...provider, resources: change(new Map(provider.resources)) }
      const project = await createTestProject({
        databaseUrl: test.databaseUrl,
        isNew: false,
        options: { ...OPTIONS, ...options, providers: [changed] },
      })
      onTestFinished(() => project.payload.destroy())
      return {
        ...project,
        work: async () => {
          await startSync({ payload: project.payload })
          onTestFinished(() => stopSync({ payload: project.payload }))
        },
      }
    },
    pool,
    start: async (resource: string) => {
      const [run] = await startRun({ ...WORK, payload: test.payload, resource })
      return run!.id
    },
  }
}

describe('a process that does not know the resource of a run', () => {
  it('should leave it to one that does, and hold up nothing behind it', async () => {
    const { find, logged, open, payload, pool, start } = await createVersionsTest()
    const older = await open(withoutGames)
    await older.work()
    const waitForEnd = (id: number | string) =>
      waitFor({
        event: `run ${id} to end`,
        look: async () => {
          const run = await find(id)
          return run.status !== 'queued' && run.status !== 'running' && run
        },
      })

    const games = await start('games')
    await waitFor({
      event: 'the older process to have had the task',
      look: async () => {
        const { rowCount } = await pool.query(
          'select from payload_sync_queue._private_jobs as jobs, sync_logs as logs ' +
            'where jobs.id > 1 and jobs.locked_at is null and logs.unknown_since is not null',
        )
        return rowCount === 1
      },
    })
    const clubs = await start('clubs')
    expect(await waitForEnd(clubs)).toMatchObject({ attempt: 1, status: 'completed' })
    expect(await find(games)).toMatchObject({ attempt: 0, error: null, status: 'queued' })
    await pool.query(`update sync_logs set queued_at = now() - interval '5 minutes'`)
    const reasons = (await getStatus({ payload: older.payload })).health.reasons
    expect(reasons.map(({ code }) => code)).not.toContain('NO_WORKER')

    await startSync({ payload })
    onTestFinished(() => stopSync({ payload }))
    expect(await waitForEnd(games)).toMatchObject({ attempt: 1, status: 'completed' })
    for (let round = 0; round < 3; round += 1) {
      const ids = [await start('games'), await start('clubs')]
      for (const id of ids) {
        expect(await waitForEnd(id)).toMatchObject({ attempt: 1, status: 'completed' })
      }
    }
    expect(logged() + older.logged()).not.toMatch(/Sync failed|worker died/)
  })

  it('should say so when none came for an hour, and wait anew for one that was there', async () => {
    let now = new Date('2031-03-05T12:00:00.000Z')
    const at = (time: string): void => {
      now = new Date(`2031-03-05T${time}:00.000Z`)
    }
    const { find, open, payload, pool, start } = await createVersionsTest({
      clock: { now: () => now },
    })
    const older = await open(withoutGames)
    const readSince = async () => {
      const { rows } = await pool.query<{ since: Date | null }>(
        'select unknown_since as since from sync_logs',
      )
      return rows[0]?.since?.toISOString().slice(11, 16)
    }
    const id = await start('games')
    await older.work()
    await waitFor({ event: 'the note', look: async () => (await readSince()) === '12:00' })

    // One that works in another lane is no help; one that works in this one is.
    const sync = getSync(payload)
    at('12:50')
    await seeToUnknown({ lanes: ['live'], sync })
    expect(await readSince()).toBe('12:00')
    at('12:55')
    await seeToUnknown({ lanes: ['bulk'], sync })
    expect(await readSince()).toBe('12:55')
    at('13:54')
    const clubs = await startRun({ ...WORK, payload: older.payload, resource: 'clubs' })
    await waitFor({
      event: 'another run to end',
      look: async () => (await find(clubs[0]!.id)).status === 'completed',
    })
    expect((await find(id)).status).toBe('queued')

    at('13:56')
    await waitFor({ event: 'the end', look: async () => (await find(id)).status === 'failed' })
    expect((await find(id)).error).toEqual({
      code: 'RESOURCE_UNKNOWN',
      message: expect.stringContaining('no process whose config has test games') as string,
    })
    const { rows } = await pool.query('select from payload_sync_queue.jobs')
    expect(rows).toEqual([])

    await retryRun({ initiatedBy: null, payload, runId: id })
    await drainSync({ payload })
    expect((await find(id)).status).toBe('completed')
  })

  it('should leave a run of a connection that only the newer config has, and its slots, too', async () => {
    let now = new Date('2031-03-05T12:00:00.000Z')
    const { databaseUrl, find, provider } = await createVersionsTest({ clock: { now: () => now } })
    const west = { name: 'west', credentials: {}, problems: [], settings: {} }
    const openProject = async (connections: Provider['connections']) => {
      const { payload } = await createTestProject({
        databaseUrl,
        isNew: false,
        options: {
          ...OPTIONS,
          clock: { now: () => now },
          providers: [{ ...provider.provider, connections }],
        },
      })
      onTestFinished(() => payload.destroy())
      return payload
    }
    const { connections } = provider.provider
    const older = await openProject(connections)
    const newer = await openProject(new Map([...connections, ['west', west]]))
    const start = async () => {
      const asked = { ...WORK, connection: 'west', payload: newer, resource: 'games' }
      return (await startRun(asked))[0]!.id
    }
    const id = await start()
    const behind = await startRun({ ...WORK, payload: older, resource: 'games' })

    await drainSync({ payload: older, runIds: [behind[0]!.id] })
    expect(await find(id)).toMatchObject({ attempt: 0, error: null, status: 'queued' })
    expect(await find(behind[0]!.id)).toMatchObject({ status: 'completed' })
    await drainSync({ payload: newer, runIds: [id] })
    expect(await find(id)).toMatchObject({ attempt: 1, status: 'completed' })

    const left = await start()
    await seeToUnknown({ lanes: ['bulk'], sync: getSync(older) })
    now = new Date('2031-03-05T12:59:00.000Z')
    await seeToUnknown({ lanes: ['bulk'], sync: getSync(older) })
    expect(await find(left)).toMatchObject({ status: 'queued' })
    now = new Date('2031-03-05T13:01:00.000Z')
    await seeToUnknown({ lanes: ['bulk'], sync: getSync(older) })
    expect(await find(left)).toMatchObject({
      error: {
        code: 'CONNECTION_UNKNOWN',
        message: expect.stringContaining('the connection "west" of test') as string,
      },
      status: 'failed',
    })

    await newer.create({
      collection: testSlugs.syncSchedules,
      data: {
        connection: 'west',
        frequency: 'hourly',
        minute: 10,
        mode: 'full',
        provider: 'test',
        resource: 'games',
      },
    })
    now = new Date('2031-03-05T13:15:00.000Z')
    expect(await tick({ payload: older })).toMatchObject({ failed: [], runs: [] })
    expect((await tick({ payload: newer })).runs).toMatchObject([{ connection: 'west' }])
  })

  it('should leave the slots of its schedules, too', async () => {
    let now = new Date('2031-03-05T12:00:00.000Z')
    const { open, payload } = await createVersionsTest({ clock: { now: () => now } })
    const older = await open(withoutGames)
    const schedule = await payload.create({
      collection: testSlugs.syncSchedules,
      data: { frequency: 'hourly', minute: 10, mode: 'full', provider: 'test', resource: 'games' },
    })
    const findSchedule = () =>
      payload.findByID({ id: schedule.id, collection: testSlugs.syncSchedules })

    now = new Date('2031-03-05T12:15:00.000Z')
    expect(await tick({ payload: older.payload })).toMatchObject({ failed: [], runs: [] })
    const { reasons } = (await getStatus({ payload: older.payload })).health
    expect(reasons.map(({ code }) => code)).not.toContain('NO_CLOCK')
    expect((await tick({ payload })).runs).toMatchObject([{ resource: 'games' }])

    now = new Date('2031-03-05T14:09:00.000Z')
    await Promise.all([tick({ payload: older.payload }), tick({ payload: older.payload })])
    const late = await findSchedule()
    expect(late.nextSlotAt).toBe('2031-03-05T13:10:00.000Z')
    now = new Date('2031-03-05T14:11:00.000Z')
    expect((await tick({ payload: older.payload })).failed).toMatchObject([
      { message: expect.stringContaining('games') as string },
    ])
    expect((await findSchedule()).lastError).toContain('games')
  })
})

describe('a plan', () => {
  const FAILED = { counts: { created: 20, fetched: 20 }, status: 'failed' }

  it('should be resumed by the version that made it, and made anew by every other', async () => {
    const { find, logged, open, payload, pool, provider, start } = await createVersionsTest()
    const newer = await open(withGamesOfVersion(2))
    const failLate = () =>
      provider.failWith((page) => (page === 2 ? { body: { refusal: 'no such key' } } : undefined))
    const retry = async (host: typeof payload, id: number | string) => {
      provider.failWith(undefined)
      await retryRun({ initiatedBy: null, payload: host, runId: id })
      await drainSync({ payload: host })
      return await find(id)
    }
    const fail = async () => {
      await payload.delete({ collection: testSlugs.matches, where: {} })
      failLate()
      const id = await start('games')
      await drainSync({ payload })
      expect(await find(id)).toMatchObject(FAILED)
      return id
    }
    const anew = { counts: { created: 5, fetched: 25, unchanged: 20 }, status: 'completed' }

    const same = await retry(payload, await fail())
    expect(same).toMatchObject({ counts: { created: 25, fetched: 25 }, status: 'completed' })
    expect(logged()).not.toContain('was made by another version')

    // Another version compares every record anew, and finds it as it is.
    const other = await retry(newer.payload, await fail())
    expect(other).toMatchObject(anew)
    expect(other.progress).toMatchObject({ scopesDone: 1, scopesTotal: 1 })
    expect(newer.logged()).toContain('was made by another version')

    // A version that is still to come has another shape; one that was before told none.
    for (const change of [
      `plan = '{"parts":[]}'`,
      `checkpoint = jsonb_set(checkpoint::jsonb, '{plannedBy,shape}', '2')`,
      `checkpoint = '{"at":3}'`,
      `checkpoint = checkpoint::jsonb - 'plannedBy'`,
    ]) {
      const id = await fail()
      await pool.query(`update sync_logs set ${change} where id = $1`, [id])
      expect(await getRunReport({ payload, runId: id })).toMatchObject({ run: FAILED })
      expect(await retry(payload, id), change).toMatchObject(anew)
    }
  })
})
