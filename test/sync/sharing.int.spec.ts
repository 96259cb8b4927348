import { postgresAdapter } from '@payloadcms/db-postgres'
import { expect, it, onTestFinished } from 'vitest'

import { cancelRun } from '../../src/sync/operations/runs/cancelRun.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createGate } from '../chaos/project/createGate.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { createTestProvider } from '../project/createTestProvider.js'
import { waitFor } from '../project/waitFor.js'

const RECORDS = [{ id: '1', name: 'A game' }]
const GAMES = {
  initiatedBy: null,
  mode: 'full',
  provider: 'test',
  resource: 'games',
  trigger: 'api',
} as const

it('should have one set of workers for all who drain the queue at the same time', async () => {
  const { payload, provider } = await createSyncTest({ records: RECORDS })
  const { pool } = getAdapter(payload)
  const countLent = (): number => pool.totalCount - pool.idleCount
  const before = countLent()
  const { open, opened } = createGate()
  provider.holdUntil(opened)
  const [run] = await startRun({ ...GAMES, payload })
  const drain = () => {
    let look = (): void => undefined
    const looked = new Promise<void>((resolve) => {
      look = resolve
    })
    return { done: drainSync({ onLook: () => look(), payload }), looked }
  }

  const first = drain()
  await waitFor({ event: 'a request', look: () => provider.requests() > 0 })
  await first.looked
  const held = countLent()
  const others = [drain(), drain(), drain(), drain()]
  await Promise.all(others.map(({ looked }) => looked))
  expect(countLent()).toBeLessThanOrEqual(held + others.length)
  await waitFor({ event: 'nobody to look', look: () => countLent() <= held })

  open()
  await Promise.all([first, ...others].map(({ done }) => done))
  expect((await getRun({ payload, runId: run!.id })).status).toBe('completed')
  // The last one has taken the workers along.
  await waitFor({ event: 'all connections to be free', look: () => countLent() === before })
})

it('should share nothing with a project that has another schema of the same database', async () => {
  const databaseUrl = await createTestDatabase()
  const open = async (schemaName: string) => {
    const provider = await createTestProvider({ records: RECORDS })
    onTestFinished(provider.close)
    const url = new URL(databaseUrl)
    // The pushes of two projects in one process must not take each other's for their own.
    url.searchParams.set('application_name', schemaName)
    const { payload } = await createTestProject({
      config: {
        db: postgresAdapter({ pool: { connectionString: url.href }, push: true, schemaName }),
      },
      databaseUrl: url.href,
      options: { providers: [provider.provider] },
    })
    onTestFinished(() => payload.destroy())
    return { payload, provider }
  }
  const north = await open('north')
  const south = await open('south')
  const { open: letGo, opened } = createGate()
  south.provider.holdUntil(opened)
  const [northern] = await startRun({ ...GAMES, payload: north.payload })
  const [southern] = await startRun({ ...GAMES, payload: south.payload })
  expect(northern!.id).toBe(southern!.id)

  const draining = drainSync({ payload: south.payload })
  await waitFor({ event: 'a request', look: () => south.provider.requests() > 0 })
  const { pool } = getAdapter(north.payload)
  // As at work in a process of its own, which would hear of it on its own channel.
  await pool.query(`update north.sync_logs set status = 'running', attempt = 1`)
  await cancelRun({ payload: north.payload, runId: northern!.id })
  const { rows } = await pool.query<{ key: string }>(
    `select key from payload_sync_queue.jobs where locked_at is null`,
  )
  expect(rows).toEqual([{ key: 'payload-plugin-sync:@north:1' }])
  letGo()
  await draining

  expect((await getRun({ payload: south.payload, runId: southern!.id })).status).toBe('completed')
  await pool.query(`update north.sync_logs set status = 'queued', cancel_requested_at = null`)
  await drainSync({ payload: north.payload })
  expect((await getRun({ payload: north.payload, runId: northern!.id })).status).toBe('completed')
})
