import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'

import { diagnose } from '../../src/sync/operations/doctor/diagnose.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { createTestProvider } from '../project/createTestProvider.js'
import { openTestProject } from '../project/openTestProject.js'

const ROLE = 'limited_writer'

it('should work for a role without CREATE once the advice of doctor is followed', async () => {
  const url = await createTestDatabase()
  const provider = await createTestProvider({ records: [{ id: '1', name: 'Game' }] })
  const open = (databaseUrl: string, isNew: boolean) =>
    openTestProject({
      databaseUrl,
      isNew,
      onLog: () => undefined,
      options: { providers: [provider.provider] },
    })
  const owner = await open(url, true)
  await owner.destroy()
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  onTestFinished(() => admin.end())
  await admin.query(
    `do $$ begin create role ${ROLE} login password 'limited';
     exception when duplicate_object then null; end $$`,
  )
  await admin.query(`
    grant usage on schema public to ${ROLE};
    grant select, insert, update, delete on all tables in schema public to ${ROLE};
    grant usage, select, update on all sequences in schema public to ${ROLE}`)
  const limited = new URL(url)
  limited.username = ROLE
  limited.password = 'limited'
  const payload = await open(limited.href, false)
  onTestFinished(() => payload.destroy())
  const findQueue = async () =>
    (await diagnose({ payload })).findings.filter(({ check }) => check === 'queue')

  const [before] = await findQueue()
  expect(before?.level).toBe('problem')
  const [statement] = /CREATE SCHEMA payload_sync_queue AUTHORIZATION "[^"]+"/.exec(
    before!.advice!,
  )!
  await admin.query(statement)
  expect(await findQueue()).not.toContainEqual(expect.objectContaining({ level: 'problem' }))
  await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'test',
    resource: 'games',
    trigger: 'api',
  })
  await drainSync({ payload })

  expect(await findQueue()).toMatchObject([{ level: 'ok' }])
  const { docs } = await payload.find({ collection: 'syncLogs', depth: 0 })
  expect(docs).toMatchObject([{ status: 'completed' }])
})
