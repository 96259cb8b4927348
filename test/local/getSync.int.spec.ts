import type { TypedUser } from 'payload'

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { getSync } from 'payload-plugin-sync'
import { apiFootball } from 'payload-plugin-sync/providers/api-football'
import { sportmonks } from 'payload-plugin-sync/providers/sportmonks'
import { describe, expect, expectTypeOf, it } from 'vitest'

import type { Run } from '../../src/sync/run/Run.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { restartFailed } from './restartFailed.js'

const readText = (file: string): string =>
  readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8')

describe('getSync', () => {
  it('should start, watch, cancel, retry and refresh, as the REST routes do', async () => {
    const test = await createSyncTest({
      options: {
        schedules: [{ frequency: 'daily', hour: 3, mode: 'full', provider: 'test' }],
      },
      records: [
        { id: 'a', name: 'A', score: 1 },
        { id: 'b', name: 'B', away: { id: 'nobody' } },
      ],
    })
    const { payload, provider } = test
    const sync = getSync(payload)

    const [run] = await sync.startRun({ provider: 'test', resource: 'games' })
    expect(run).toMatchObject({ initiatedBy: null, mode: 'full', status: 'queued', trigger: 'api' })
    expect((await sync.status()).activeRuns).toMatchObject([{ id: run!.id }])
    expect(await sync.cancelRun({ runId: run!.id })).toMatchObject({ status: 'cancelled' })
    await expect(sync.cancelRun({ runId: run!.id })).rejects.toMatchObject({ code: 'RUN_ENDED' })
    expect(await sync.retryRun({ runId: run!.id })).toMatchObject({ status: 'queued' })
    await drainSync({ payload })
    expect((await sync.status()).recentRuns).toMatchObject([{ status: 'completed' }])

    expect(await sync.issues()).toMatchObject({
      docs: [{ externalId: 'b', kind: 'reference', runId: run!.id, status: 'open' }],
      hasNextPage: false,
      totalDocs: 1,
    })
    expect(await sync.issues({ kind: 'conflict' })).toMatchObject({ docs: [], totalDocs: 0 })
    expect(await sync.issues({ status: 'resolved' })).toMatchObject({ docs: [] })

    provider.answerWith('a', { score: 2 })
    const asked = { externalId: 'a', provider: 'test', resource: 'games' }
    expect(await sync.refresh(asked)).toEqual({ conflicts: 0, outcome: 'updated' })
    expect(await test.findMatch('a')).toMatchObject({ homeScore: 2 })

    const all = await sync.startRun({ mode: 'incremental', priority: 'high', provider: 'test' })
    expect(all.map(({ priority, resource }) => `${resource} ${priority}`)).toEqual(['games high'])
    await expect(sync.startRun({ provider: 'nobody' })).rejects.toMatchObject({
      code: 'UNKNOWN_PROVIDER',
    })
    await drainSync({ payload })

    // What the page of the documentation shows.
    provider.failWith(() => ({ body: { error: 'nothing today' } }))
    expect((await test.sync()).status).toBe('failed')
    provider.failWith(undefined)
    expect(await restartFailed(payload)).toEqual([])
    await drainSync({ payload })
    expect((await sync.status()).recentRuns[0]).toMatchObject({ status: 'completed' })
  })

  it('should let in whom the options let in, where it is given a request', async () => {
    const test = await createSyncTest({
      options: {
        access: {
          trigger: ({ req }) => req.user?.email === 'chief@example.com',
          view: ({ req }) => req.user?.email !== 'stranger@example.com',
        },
      },
      records: [{ id: 'a', name: 'A' }],
    })
    const { payload } = test
    const sync = getSync(payload)
    const toReq = async (name: null | string) => {
      const user =
        name === null
          ? undefined
          : ((await payload.create({
              collection: 'users',
              data: { email: `${name}@example.com`, password: 'test' },
            })) as unknown as TypedUser)
      return await createLocalReq({ user: user && { ...user, collection: 'users' } }, payload)
    }
    const [nobody, stranger, reader, chief] = await Promise.all(
      [null, 'stranger', 'reader', 'chief'].map(toReq),
    )
    const [run] = await sync.startRun({ provider: 'test', req: chief, resource: 'games' })
    expect(run?.initiatedBy).toEqual({ id: chief!.user!.id, collection: 'users' })

    const asked = { externalId: 'a', provider: 'test', resource: 'games' }
    const start = { provider: 'test', resource: 'games' }
    const runId = run!.id
    for (const req of [nobody, stranger, reader]) {
      const status = req === nobody ? 401 : 403
      for (const refused of [
        () => sync.startRun({ ...start, req }),
        () => sync.cancelRun({ req, runId }),
        () => sync.retryRun({ req, runId }),
        () => sync.refresh({ ...asked, req }),
      ]) {
        await expect(refused()).rejects.toMatchObject({ status })
      }
      for (const look of [
        () => sync.status({ req }),
        () => sync.schedules({ req }),
        () => sync.issues({ req }),
      ]) {
        await (req === reader
          ? expect(look()).resolves.toBeDefined()
          : expect(look()).rejects.toMatchObject({ status }))
      }
    }
    // Nothing of what was refused was done.
    expect((await sync.status()).activeRuns).toMatchObject([{ id: runId, status: 'queued' }])
    expect(await test.findMatches()).toEqual([])
    expect(await sync.cancelRun({ req: chief, runId })).toMatchObject({ status: 'cancelled' })
    expect(await sync.retryRun({ req: chief, runId })).toMatchObject({
      initiatedBy: { id: chief!.user!.id },
    })
    expect(await sync.refresh({ ...asked, req: chief })).toMatchObject({ outcome: 'created' })
    expect(await payload.count({ collection: testSlugs.matches })).toMatchObject({ totalDocs: 1 })
  })

  it('should tell the schedules, of one provider where asked', async () => {
    const { payload } = await createSyncTest({
      options: {
        schedules: [{ frequency: 'daily', hour: 3, mode: 'full', provider: 'test' }],
      },
    })
    const sync = getSync(payload)
    const { tick } = await import('../../src/sync/operations/schedules/tick.js')
    await tick({ payload })
    expect(await sync.schedules()).toMatchObject([
      { enabled: true, frequency: 'daily', hour: 3, origin: 'config', provider: 'test' },
    ])
    expect(await sync.schedules({ provider: 'another' })).toEqual([])
  })

  it('should know the names of the providers and of their resources by type', () => {
    const providers = [sportmonks({ apiToken: 'a' }), apiFootball({ apiKey: 'b' })] as const
    expect(providers.map(({ name }) => name)).toEqual(['sportmonks', 'api-football'])
    type Sync = ReturnType<typeof getSync<typeof providers>>
    type Start = Parameters<Sync['startRun']>[0]
    expectTypeOf<Start['provider']>().toEqualTypeOf<'api-football' | 'sportmonks'>()
    expectTypeOf<{ provider: 'sportmonks'; resource: 'matches' }>().toExtend<Start>()
    expectTypeOf<{ provider: 'sportmonks' }>().toExtend<Start>()
    expectTypeOf<{ provider: 'sportmonks'; resource: 'books' }>().not.toExtend<Start>()
    expectTypeOf<{ provider: 'another' }>().not.toExtend<Start>()
    expectTypeOf<ReturnType<Sync['startRun']>>().resolves.toEqualTypeOf<Run[]>()
    // Without the type any name will do.
    type Any = Parameters<ReturnType<typeof getSync>['startRun']>[0]
    expectTypeOf<{ provider: string; resource: string }>().toExtend<Any>()
  })

  it('should be shown in the documentation as it is', () => {
    expect(readText('docs/reference/code.md')).toContain(readText('test/local/restartFailed.ts'))
  })
})
