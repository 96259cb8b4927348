import path from 'node:path'
import { expect, it, onTestFailed, onTestFinished } from 'vitest'

import type { WorkerProcess } from '../processes/startWorkerProcess.js'
import type { TravelTask } from './openTravelProject.js'

import { makeZip } from '../../../src/sync/files/zip.fixture.js'
import { importStoredFile } from '../../../src/sync/operations/files/importStoredFile.js'
import { receiveFile } from '../../../src/sync/operations/files/receiveFile.js'
import { getRun } from '../../../src/sync/operations/runs/getRun.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { createTestDatabase } from '../../database/createTestDatabase.js'
import { waitFor } from '../../project/waitFor.js'
import { startWorkerScript } from '../processes/startWorkerProcess.js'
import { openTravelProject } from './openTravelProject.js'

const SCRIPT = path.join(import.meta.dirname, 'worker.ts')

const TRIPS = 1500

/** Trips at which whoever stores them has to wait: in the middle of a page, and of a later one. */
const GATES = [730, 1210]

/** Not in `public`: Payload would want to drop it. Nobody passes while the test holds the lock. */
// cspell:ignore plpgsql
const WATCH_GATES = `
  create schema chaos;
  create function chaos.wait_at_gate() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(substr(new.name, 6)::int);
    return new;
  end $$;
  create trigger gate before insert on trips
    for each row when (new.name in (${GATES.map((gate) => `'Trip ${gate}'`).join(', ')}))
    execute function chaos.wait_at_gate();
`

it('should import all of a file once although its worker is killed twice in the middle', async () => {
  const task: TravelTask = { databaseUrl: await createTestDatabase() }
  const payload = await openTravelProject({ isNew: true, onLog: () => undefined, task })
  const { pool } = getAdapter(payload)
  const workers: WorkerProcess[] = []
  onTestFailed(() => {
    for (const { output, pid } of workers) {
      console.log(`--- Process ${pid} said last:\n${output().slice(-6000)}`)
    }
  })
  onTestFinished(async () => {
    workers.forEach(({ kill }) => kill('SIGKILL'))
    await Promise.all(workers.map(({ exited }) => exited))
    await payload.destroy()
  })
  await pool.query(WATCH_GATES)

  const { name: connection } = (await payload.create({
    collection: 'syncConnections' as 'users',
    data: { credentials: {}, label: 'Log', provider: 'travel-log' } as never,
  })) as unknown as { name: string }
  const rows = Array.from({ length: TRIPS }, (_, index) => `${index},Trip ${index},,2024-05-01`)
  const bytes = await makeZip({
    entries: { 'trips.csv': ['Id,Name,Place,Day', ...rows].join('\n') },
  })
  const start = async () => {
    const file = await receiveFile({
      name: bytes.name,
      body: bytes.read({ end: bytes.size, start: 0 }),
      connection,
      payload,
      provider: 'travel-log',
    })
    const [run] = await importStoredFile({
      fileId: file.id,
      initiatedBy: null,
      payload,
      trigger: 'api',
    })
    return { file: file.id, run: run!.id }
  }
  const countTrips = async (): Promise<number> =>
    Number((await pool.query<{ count: string }>('select count(*) from trips')).rows[0]!.count)
  const waitForEnd = async (run: Awaited<ReturnType<typeof start>>['run']) =>
    await waitFor({
      event: 'the import to end',
      look: async () => {
        const found = await getRun({ payload, runId: run })
        return found.status !== 'queued' && found.status !== 'running' && found
      },
    })

  const { file, run } = await start()
  const stored: number[] = []
  const keeper = await pool.connect()
  for (const gate of GATES) {
    await keeper.query('select pg_advisory_lock($1)', [gate])
  }
  for (const gate of GATES) {
    const worker = startWorkerScript({ script: SCRIPT, task })
    workers.push(worker)
    await waitFor({
      event: `a worker to wait at trip ${gate}`,
      look: async () => {
        const { rows: waiting } = await keeper.query(
          `select 1 from pg_locks where locktype = 'advisory' and objid = $1 and not granted`,
          [gate],
        )
        return waiting.length > 0
      },
    })
    stored.push(await countTrips())
    worker.kill('SIGKILL')
    await worker.exited
    await keeper.query('select pg_advisory_unlock($1)', [gate])
  }
  keeper.release()
  // Each was in the middle, and what was stored before stayed.
  expect(stored[0]).toBeGreaterThan(0)
  expect(stored[1]).toBeGreaterThan(stored[0]!)
  expect(stored[1]).toBeLessThan(TRIPS)

  workers.push(startWorkerScript({ script: SCRIPT, task }))
  const ended = await waitForEnd(run)
  expect(ended).toMatchObject({
    counts: { created: TRIPS, fetched: TRIPS, invalid: 0, unchanged: 0, updated: 0 },
    status: 'completed',
  })
  expect(await countTrips()).toBe(TRIPS)
  const { rows: distinct } = await pool.query<{ count: string }>(
    'select count(distinct external_id) from trips',
  )
  expect(Number(distinct[0]!.count)).toBe(TRIPS)
  const { rows: files } = await pool.query('select status, pending from sync_files where id = $1', [
    file,
  ])
  expect(files).toEqual([{ pending: [], status: 'imported' }])
  expect((await pool.query('select 1 from sync_file_parts')).rows).toEqual([])

  const again = await start()
  expect(await waitForEnd(again.run)).toMatchObject({
    counts: { created: 0, fetched: TRIPS, unchanged: TRIPS, updated: 0 },
    status: 'completed',
  })
})
