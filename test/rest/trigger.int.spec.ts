import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { RestTest } from './createRestTest.js'

import { DEFAULT_CONNECTION } from '../../src/sdk/connections/Connection.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { testSlugs } from '../project/testSlugs.js'
import { createRestTest, PROBLEM } from './createRestTest.js'

type Accepted = {
  runs: { id: number; provider: string; resource: string; status: string }[]
  syncLogId: number
}

let rest: RestTest

beforeAll(async () => {
  rest = await createRestTest({ alike: ['second'] })
})

afterAll(() => rest.close())

// Runs that wait would be found again by the next test.
beforeEach(() => drainSync({ payload: rest.payload }))

const accept = async (body: unknown): Promise<Accepted> => {
  const answer = await rest.trigger(body)
  expect(answer.status).toBe(202)
  return answer.body as Accepted
}

const findRun = (id: number) => rest.payload.findByID({ id, collection: testSlugs.syncLogs })

const countRuns = async (): Promise<number> =>
  (await rest.payload.count({ collection: testSlugs.syncLogs })).totalDocs

describe('POST /sync/trigger', () => {
  it('should queue a run and say so', async () => {
    const { body, status } = await rest.trigger({ provider: 'test', resource: 'games' })

    expect(status).toBe(202)
    const { syncLogId } = body as Accepted
    expect(body).toStrictEqual({
      type: 'FULL',
      message: '1 run is queued.',
      runs: [
        {
          id: syncLogId,
          connection: DEFAULT_CONNECTION,
          provider: 'test',
          resource: 'games',
          status: 'queued',
        },
      ],
      success: true,
      syncLogId: expect.any(Number),
    })
  })

  it('should write down who asked, and that a script did', async () => {
    const { syncLogId } = await accept({ provider: 'test', resource: 'games' })

    expect(await findRun(syncLogId)).toMatchObject({
      connection: DEFAULT_CONNECTION,
      initiatedBy: expect.objectContaining({ id: expect.any(Number) }),
      mode: 'full',
      status: 'queued',
      trigger: 'api',
    })
  })

  it('should queue every resource, what others refer to first', async () => {
    const { runs, syncLogId } = await accept({ provider: 'test' })

    expect(runs.map(({ resource }) => resource)).toEqual(['clubs', 'games'])
    expect(syncLogId).toBe(runs[0]!.id)
  })

  it('should queue of all resources those that have the mode', async () => {
    const { runs } = await accept({ mode: 'incremental', provider: 'test' })

    expect(runs.map(({ resource }) => resource)).toEqual(['games'])
  })

  it.each([
    [{ type: 'FULL' }, 'full', 'FULL'],
    [{ type: 'INCREMENTAL' }, 'incremental', 'INCREMENTAL'],
    [{ type: 'INCREMENTAL', mode: 'incremental' }, 'incremental', 'INCREMENTAL'],
    [{ mode: 'incremental' }, 'incremental', 'INCREMENTAL'],
  ])('should take %o for mode %s', async (asked, mode, type) => {
    const { body } = await rest.trigger({ provider: 'test', resource: 'games', ...asked })

    expect(body).toMatchObject({ type })
    expect(await findRun((body as Accepted).syncLogId)).toMatchObject({ mode })
  })

  it('should do what is urgent first', async () => {
    const normal = await accept({ provider: 'test', resource: 'clubs' })
    const urgent = await accept({ priority: 'urgent', provider: 'test', resource: 'games' })

    await drainSync({ payload: rest.payload })

    const [first, second] = await Promise.all([
      findRun(urgent.syncLogId),
      findRun(normal.syncLogId),
    ])
    expect(first).toMatchObject({ priority: 'urgent' })
    expect(Date.parse(first.startedAt as string)).toBeLessThan(
      Date.parse(second.startedAt as string),
    )
  })

  it('should make a waiting run as urgent as it is asked for now', async () => {
    const { syncLogId } = await accept({ provider: 'test', resource: 'games' })

    await accept({ priority: 'high', provider: 'test', resource: 'games' })
    await accept({ priority: 'low', provider: 'test', resource: 'games' })

    expect(await findRun(syncLogId)).toMatchObject({ priority: 'high' })
  })

  it('should take all providers that are set up, when none is named', async () => {
    const { body } = await rest.trigger({ type: 'INCREMENTAL' })

    const { runs, syncLogId } = body as Accepted
    expect(body).toMatchObject({ type: 'INCREMENTAL', success: true })
    expect(runs.map(({ provider, resource }) => [provider, resource])).toEqual([
      ['test', 'games'],
      ['second', 'games'],
    ])
    expect(syncLogId).toBe(runs[0]!.id)
    // One that is not set up is left out, and those that are have a run each.
    expect(new Set(runs.map(({ id }) => id)).size).toBe(2)
  })

  it('should take of all providers the resource that is named', async () => {
    const { runs } = await accept({ mode: 'full', resource: 'clubs' })

    expect(runs).toMatchObject([
      { provider: 'test', resource: 'clubs' },
      { provider: 'second', resource: 'clubs' },
    ])
  })

  it('should take the connection that is there', async () => {
    const { syncLogId } = await accept({ connection: DEFAULT_CONNECTION, provider: 'test' })

    expect(await findRun(syncLogId)).toMatchObject({ connection: DEFAULT_CONNECTION })
  })
})

describe('POST /sync/trigger, for work that is queued already', () => {
  it('should give the run that waits', async () => {
    const first = await accept({ provider: 'test', resource: 'games' })
    const before = await countRuns()

    const second = await accept({ provider: 'test', resource: 'games' })

    expect(second).toEqual(first)
    expect(await countRuns()).toBe(before)
  })

  it('should give it among the runs of all resources', async () => {
    const games = await accept({ provider: 'test', resource: 'games' })

    const all = await accept({ provider: 'test' })

    expect(all.runs).toHaveLength(2)
    expect(all.runs[1]).toEqual(games.runs[0])
  })

  it('should make one run of requests that come at the same moment', async () => {
    const before = await countRuns()

    const answers = await Promise.all(
      Array.from({ length: 4 }, () => accept({ provider: 'test', resource: 'games' })),
    )

    expect(new Set(answers.map(({ syncLogId }) => syncLogId)).size).toBe(1)
    expect(await countRuns()).toBe(before + 1)
  })

  it('should make another run for another mode', async () => {
    const full = await accept({ provider: 'test', resource: 'games' })

    const incremental = await accept({ mode: 'incremental', provider: 'test', resource: 'games' })

    expect(incremental.syncLogId).not.toBe(full.syncLogId)
  })

  it('should make another run once the one before is done', async () => {
    const before = await accept({ provider: 'test', resource: 'games' })
    await drainSync({ payload: rest.payload })

    const after = await accept({ provider: 'test', resource: 'games' })

    expect(after.syncLogId).not.toBe(before.syncLogId)
  })
})

describe('POST /sync/trigger, for what cannot be done', () => {
  it.each([
    [{ provider: 'nobody' }, 'UNKNOWN_PROVIDER', 'nobody'],
    [{ provider: 'test', resource: 'nothing' }, 'UNKNOWN_RESOURCE', 'nothing'],
    [{ mode: 'full', resource: 'nothing' }, 'UNKNOWN_RESOURCE', 'nothing'],
    [{ connection: 'elsewhere', provider: 'test' }, 'UNKNOWN_CONNECTION', 'elsewhere'],
  ])('should not know the name in %o', async (asked, code, name) => {
    const { body, status } = await rest.trigger(asked)

    expect(status).toBe(404)
    expect(body).toEqual({ errors: [{ code, message: expect.stringContaining(`"${name}"`) }] })
  })

  it.each([
    { mode: 'live', provider: 'test' },
    { mode: 'live' },
    { mode: 'incremental', resource: 'clubs' },
    { mode: 'incremental', provider: 'test', resource: 'clubs' },
  ])('should refuse a mode that nothing has: %o', async (asked) => {
    const { body, status } = await rest.trigger(asked)

    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ code: 'MODE_UNAVAILABLE' }] })
  })

  it('should refuse a provider that is not set up, and say what it lacks', async () => {
    const { body, status } = await rest.trigger({ provider: 'broken' })

    expect(status).toBe(409)
    expect(body).toEqual({
      errors: [
        {
          code: 'PROVIDER_NOT_CONFIGURED',
          message: `Broken provider is not set up: ${PROBLEM}`,
        },
      ],
    })
  })

  it('should queue nothing of it', async () => {
    const before = await countRuns()

    await rest.trigger({ provider: 'broken' })
    await rest.trigger({ mode: 'live', provider: 'test' })

    expect(await countRuns()).toBe(before)
  })
})

describe('POST /sync/trigger, for a body that is wrong', () => {
  it('should say of each field what is wrong with it', async () => {
    const { body, status } = await rest.trigger({
      color: 'red',
      mode: 'FASTER',
      provider: 5,
      resource: '',
    })

    expect(status).toBe(400)
    expect(body).toEqual({
      errors: expect.arrayContaining(
        ['color', 'mode', 'provider', 'resource'].map((field) => ({
          code: 'INVALID_INPUT',
          field,
          message: expect.stringContaining(field),
        })),
      ),
    })
    expect((body as { errors: unknown[] }).errors).toHaveLength(4)
  })

  it('should not start anything without a provider', async () => {
    const { body, status } = await rest.trigger({})

    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ code: 'INVALID_INPUT', field: 'provider' }] })
  })

  it('should refuse a connection of nobody', async () => {
    const { body, status } = await rest.trigger({ connection: DEFAULT_CONNECTION, mode: 'full' })

    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ code: 'INVALID_INPUT', field: 'connection' }] })
  })

  it('should refuse a type that contradicts mode', async () => {
    const { body, status } = await rest.trigger({
      type: 'INCREMENTAL',
      mode: 'full',
      provider: 'test',
    })

    expect(status).toBe(400)
    expect(body).toEqual({
      errors: [{ code: 'INVALID_INPUT', field: 'type', message: 'type: contradicts mode' }],
    })
  })

  it.each([
    ['no JSON', '{"provider":'],
    ['nothing', ''],
  ])('should say so when it is %s', async (_name, text) => {
    const { body, status } = await rest.trigger(text)

    expect(status).toBe(400)
    expect(body).toMatchObject({
      errors: [{ code: 'INVALID_INPUT', message: 'The body is not JSON.' }],
    })
  })

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"test"'],
  ])('should refuse %s in place of an object', async (_name, text) => {
    const { body, status } = await rest.trigger(text)

    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ code: 'INVALID_INPUT' }] })
  })
})
