import type { RequestContext } from 'payload'

import { revalidateTag } from 'next/cache.js'
import { AsyncLocalStorage } from 'node:async_hooks'
import { describe, expect, it, onTestFinished } from 'vitest'

import type { OnChangeArgs, OnRunEndArgs } from '../../src/plugin/options/EventOptions.js'

import { getSync } from '../../src/sync/engine/Sync.js'
import { refreshRecord } from '../../src/sync/operations/records/refreshRecord.js'
import { cancelRun } from '../../src/sync/operations/runs/cancelRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { startSync, stopSync } from '../../src/sync/runtime/startSync.js'
import { tickAndDrain } from '../../src/sync/runtime/tickAndDrain.js'
import { watchRuns } from '../../src/sync/runtime/watch/watchRuns.js'
import { createGate } from '../chaos/project/createGate.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { testSlugs } from '../project/testSlugs.js'
import { waitFor } from '../project/waitFor.js'

const toGames = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `g${index}`,
    name: `Game ${index}`,
    score: 0,
  }))

/** What was told, in words, in the order it was told. */
const createListener = () => {
  const told: string[] = []
  const changes: OnChangeArgs[] = []
  const ends: OnRunEndArgs[] = []
  return {
    changes,
    ends,
    onChange: (args: OnChangeArgs) => {
      changes.push(args)
      told.push(...args.changes.map(({ fields, operation }) => `${operation} ${fields.join(' ')}`))
    },
    onRunEnd: (args: OnRunEndArgs) => {
      ends.push(args)
      told.push(args.run.status)
    },
    told,
  }
}

const countEvents = async ({ payload }: Awaited<ReturnType<typeof createSyncTest>>) =>
  (await payload.count({ collection: testSlugs.syncEvents })).totalDocs

describe('what syncs changed', () => {
  it('should be told after the commit, with the run and its end, and forgotten then', async () => {
    const { changes, ends, onChange, onRunEnd, told } = createListener()
    const seen: number[] = []
    const test = await createSyncTest({
      options: {
        onChange: async (args) => {
          // Another connection than that of the batch sees it.
          const { collection } = args.changes[0]!
          const ids = args.changes.flatMap((each) =>
            each.collection === collection ? [each.id] : [],
          )
          const where = { id: { in: ids } }
          seen.push((await args.payload.count({ collection, where })).totalDocs - ids.length)
          onChange(args)
        },
        onRunEnd,
      },
      provider: { pageSize: 2 },
      records: [
        { id: 'a', name: 'A', city: 'Bern', home: { id: 'h', name: 'Home' }, score: 1 },
        { id: 'b', name: 'B', score: 2 },
        { id: 'c', name: 'C', score: 3 },
      ],
    })
    const { answerWith } = test.provider
    const first = await test.sync()
    const games = await test.findMatches()
    const all = changes.flatMap((each) => each.changes)
    expect(all.filter(({ collection }) => collection === testSlugs.teams)).toEqual([
      {
        id: expect.any(Number) as number,
        collection: testSlugs.teams,
        fields: ['name'],
        operation: 'created',
      },
    ])
    const ofGames = all.filter(({ collection }) => collection === testSlugs.matches)
    expect(ofGames).toMatchObject(games.map(({ id }) => ({ id, operation: 'created' })))
    expect(ofGames[0]?.fields).toEqual(
      expect.arrayContaining(['homeScore', 'homeTeam', 'title', 'venue.city']),
    )
    expect(changes[0]).toMatchObject({
      provider: 'test',
      resource: 'games',
      run: { id: first.id, connection: 'default', mode: 'full' },
    })
    expect(ends.map(({ run }) => run)).toMatchObject([
      { id: first.id, counts: { created: 3 }, error: null, status: 'completed' },
    ])
    expect(told.at(-1)).toBe('completed')
    expect(new Set(seen)).toEqual(new Set([0]))

    told.length = 0
    answerWith('b', { name: 'B again', score: 4 })
    await test.sync()
    expect(told).toEqual(['updated homeScore title', 'completed'])

    told.length = 0
    await test.sync()
    expect(told).toEqual(['completed'])

    // A refresh is no run, and a run that was cancelled before it began has ended as well.
    told.length = 0
    await startSync({ payload: test.payload })
    onTestFinished(() => stopSync(test))
    answerWith('c', { score: 5 })
    await refreshRecord({
      externalId: 'c',
      payload: test.payload,
      provider: 'test',
      resource: 'games',
    })
    await waitFor({ event: 'the refresh to be told', look: () => told.length > 0 })
    expect(told).toEqual(['updated homeScore'])
    expect(changes.at(-1)).toMatchObject({ resource: 'games', run: null })
    await stopSync(test)
    const [run] = await startRun({
      initiatedBy: null,
      mode: 'full',
      payload: test.payload,
      provider: 'test',
      resource: 'games',
      trigger: 'api',
    })
    await cancelRun({ payload: test.payload, runId: run!.id })
    // A host without a process of its own tells it with its next tick.
    await tickAndDrain({ budgetMs: 60_000, payload: test.payload })
    expect(ends.at(-1)?.run).toMatchObject({ id: run!.id, status: 'cancelled' })
    expect(await countEvents(test)).toBe(0)
  })

  it('should be told again, in order, to whoever failed, and fail no run', async () => {
    const { onChange, onRunEnd, told } = createListener()
    let refusals = 2
    const test = await createSyncTest({
      options: {
        batchSize: 1,
        onChange: (args) => {
          if (refusals > 0) {
            refusals -= 1
            told.push('refused')
            throw new Error('The cache is away.')
          }
          onChange(args)
        },
        onRunEnd,
      },
      records: toGames(3),
    })
    await startSync({ payload: test.payload })
    onTestFinished(() => stopSync(test))
    const run = await test.sync()
    expect(run).toMatchObject({ counts: { created: 3 }, error: null, status: 'completed' })
    expect(await test.findIssues()).toEqual([])
    await waitFor({
      event: 'everything to be told',
      look: () => told.filter((each) => each.startsWith('created')).length >= 3,
    })
    // Whoever listens to ends is not held up for long by somebody else who fails.
    expect(told.filter((each) => each === 'completed')).toHaveLength(1)
    expect(told.filter((each) => each === 'refused')).toHaveLength(2)
    expect(test.logged()).toContain('onChange failed, and is called again in 2 seconds')
    expect(await countEvents(test)).toBe(0)
  })

  it('should be told one batch after another, however long that takes, while runs go on', async () => {
    const gate = createGate()
    const { changes, onChange, onRunEnd, told } = createListener()
    let isWaiting = false
    const test = await createSyncTest({
      options: {
        batchSize: 1,
        onChange: async (args) => {
          isWaiting = true
          await gate.opened
          onChange(args)
        },
        onRunEnd,
      },
      records: toGames(5),
    })
    await startSync({ payload: test.payload })
    onTestFinished(() => stopSync(test))
    const [run] = await startRun({
      initiatedBy: null,
      mode: 'full',
      payload: test.payload,
      provider: 'test',
      resource: 'games',
      trigger: 'api',
    })
    await waitFor({
      event: 'the run to end',
      look: async () => {
        const { database } = getSync(test.payload)
        const found = await database.payload.findByID({
          id: run!.id,
          collection: testSlugs.syncLogs,
        })
        return (found as { status?: unknown }).status === 'completed'
      },
    })
    await waitFor({ event: 'the first batch to be told', look: () => isWaiting })
    expect(told).toEqual([])
    gate.open()
    await waitFor({ event: 'the end to be told', look: () => told.includes('completed') })
    const games = await test.findMatches()
    expect(changes.flatMap((each) => each.changes.map(({ id }) => id))).toEqual(
      games.map(({ id }) => id),
    )
    expect(told.at(-1)).toBe('completed')
  })

  it('should be written for nobody where nobody listens', async () => {
    const test = await createSyncTest({ records: toGames(2) })
    await test.sync()
    expect(await countEvents(test)).toBe(0)
  })
})

it('should say of a hook that wants to refresh the cache of Next.js what to do instead', async () => {
  const test = await createSyncTest({
    options: {
      collections: {
        matches: {
          overrides: (collection) => ({
            ...collection,
            hooks: {
              ...collection.hooks,
              afterChange: [
                ...(collection.hooks?.afterChange ?? []),
                () => revalidateTag('matches', 'max'),
              ],
            },
          }),
        },
      },
    },
    records: toGames(1),
  })
  expect(await test.sync()).toMatchObject({ counts: { invalid: 1 }, status: 'partial' })
  const [issue] = await test.findIssues()
  expect(issue).toMatchObject({ kind: 'write', status: 'open' })
  expect(issue?.message).toMatch(/static generation store missing.*revalidateAfterSync/)
})

describe('the context of workers', () => {
  it('should be their own, whoever started them and whoever opened their connections', async () => {
    const requests = new AsyncLocalStorage<string>()
    const seen: Record<string, unknown> = {}
    const look = (place: string): void => {
      seen[place] = requests.getStore() ?? 'nobody'
    }
    let isWatched = false
    const test = await requests.run('the first visitor', () =>
      createSyncTest({
        options: {
          clock: {
            now: () => {
              // Asked by the watch and by runs.
              if (isWatched) {
                look('clock')
              }
              return new Date()
            },
          },
          collections: {
            matches: {
              overrides: (collection) => ({
                ...collection,
                hooks: {
                  ...collection.hooks,
                  afterChange: [
                    ...(collection.hooks?.afterChange ?? []),
                    ({ context }: { context: RequestContext }) => {
                      const { runId } = context.sync as { runId: null | number }
                      look(runId === null ? 'refresh' : 'run')
                    },
                  ],
                },
              }),
            },
          },
          onChange: ({ run }) => look(run ? 'onChange' : 'onChange of a refresh'),
          onRunEnd: () => look('onRunEnd'),
        },
        records: toGames(1),
      }),
    )
    const { payload, provider } = test
    await requests.run('the first visitor', async () => {
      await startSync({ payload })
      await test.sync()
    })
    onTestFinished(() => stopSync(test))
    provider.answerWith('g0', { score: 1 })
    isWatched = true
    const forget = requests.run('a watcher', () =>
      watchRuns({
        lastId: undefined,
        onEnd: () => undefined,
        onNews: () => look('watch'),
        payload,
      }),
    )
    await waitFor({ event: 'the watch to tell', look: () => 'watch' in seen })
    forget()
    isWatched = false
    await requests.run('an editor', () =>
      refreshRecord({ externalId: 'g0', payload, provider: 'test', resource: 'games' }),
    )
    await waitFor({ event: 'the refresh to be told', look: () => 'onChange of a refresh' in seen })
    expect(seen).toEqual({
      clock: 'nobody',
      onChange: 'nobody',
      'onChange of a refresh': 'nobody',
      onRunEnd: 'nobody',
      // The hooks of what a person waits for belong to the person's request.
      refresh: 'an editor',
      run: 'nobody',
      watch: 'nobody',
    })
  })
})
