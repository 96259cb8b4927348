import type { CollectionSlug } from 'payload'

import { expect, it, onTestFinished } from 'vitest'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from './createRestTest.js'

const anybody = ({ req }: { req: { user: unknown } }): boolean => Boolean(req.user)

/** A project whose members may do everything that its users may. */
const createTest = async () => {
  const rest = await createRestTest({
    options: { access: { manage: anybody, trigger: anybody, view: anybody } },
    records: [{ id: '1', name: 'Game' }],
  })
  onTestFinished(rest.close)
  return rest
}

const findId = (body: unknown): number => (body as { syncLogId: number }).syncLogId

it('should name a user by collection and id, and take nobody for somebody else', async () => {
  const { ask, payload, signIn, trigger } = await createTest()
  // The first member has the id of the user who is there, and the second one that no user has.
  for (const id of [1, 2]) {
    const token = await signIn('members')
    const { body, status } = await trigger({ provider: 'test', resource: 'games' }, { token })

    expect(status).toBe(202)
    expect(await getRun({ payload, runId: findId(body) })).toMatchObject({
      initiatedBy: { id, collection: 'members' },
    })
    const logs: CollectionSlug = testSlugs.syncLogs
    expect(await payload.findByID({ id: findId(body), collection: logs })).toMatchObject({
      initiatedBy: null,
      initiator: { collection: 'members', user: String(id) },
    })
    await drainSync({ payload })
  }

  const { body } = await ask({ path: '/sync/logs' })
  expect((body as { docs: unknown[] }).docs).toMatchObject([
    { initiatedBy: { id: 2, collection: 'members' } },
    { initiatedBy: { id: 1, collection: 'members' } },
  ])
})

it('should name whoever retries a run', async () => {
  const { ask, payload, provider, signIn, trigger } = await createTest()
  provider.failWith(() => ({ body: {}, status: 403 }))
  const { body } = await trigger({ provider: 'test', resource: 'games' })
  const runId = findId(body)
  expect(await getRun({ payload, runId })).toMatchObject({
    initiatedBy: { id: 1, collection: 'users' },
  })
  await drainSync({ payload })

  const token = await signIn('members')
  const { status } = await ask({ method: 'POST', path: `/sync/logs/${runId}/retry`, token })

  expect(status).toBe(202)
  expect(await getRun({ payload, runId })).toMatchObject({
    initiatedBy: { id: 1, collection: 'members' },
  })
})

it('should still tell who asked for a run of an earlier version', async () => {
  const { payload, trigger } = await createTest()
  const { body } = await trigger({ provider: 'test', resource: 'games' })
  await getAdapter(payload).pool.query(
    'update sync_logs set initiator_collection = null, initiator_user = null',
  )

  expect(await getRun({ payload, runId: findId(body) })).toMatchObject({
    initiatedBy: { id: 1, collection: 'users' },
  })
})

it('should let users of the admin panel edit what was synced, and members read it only', async () => {
  const { ask, payload, signIn, trigger } = await createTest()
  await trigger({ provider: 'test', resource: 'games' })
  await drainSync({ payload })
  const member = await signIn('members')
  const { docs } = await payload.find({ collection: testSlugs.matches as 'users' })
  const path = `/${testSlugs.matches}/${docs[0]!.id}`
  const body = { title: 'Edited' }

  expect((await ask({ path, token: member })).status).toBe(200)
  expect((await ask({ body, method: 'PATCH', path, token: member })).status).toBe(403)
  expect((await ask({ method: 'DELETE', path, token: member })).status).toBe(403)
  expect((await ask({ body, method: 'PATCH', path })).status).toBe(200)
  expect((await ask({ method: 'DELETE', path })).status).toBe(200)
})
