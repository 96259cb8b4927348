import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { JsonObject } from '../../src/sdk/index.js'

import { getSync } from '../../src/index.js'
import { defineProvider, defineResource } from '../../src/sdk/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createCliTest } from '../cli/createCliTest.js'
import { createTestProject } from '../project/createTestProject.js'
import { testSlugs } from '../project/testSlugs.js'

type Row = { id: string } & JsonObject

const SECRET = 'never-to-be-seen'

const GOOD: Row = { id: '1', name: 'Harbour', seats: 10, stars: 3 }

const open = async ({ canFetchOne = false } = {}) => {
  let rows: Row[] = []
  const shows = defineResource({
    collection: 'shows',
    externalId: ({ id }) => id,
    ...(canFetchOne && {
      fetchOne: ({ externalId }) => {
        const record = rows.find(({ id }) => id === externalId)
        return Promise.resolve(record ? { record } : null)
      },
    }),
    fetchPage: () => Promise.resolve({ records: rows }),
    map: ({ name, seats, stars }) => ({ name, seats, stars }),
    schema: z.looseObject({
      id: z.string(),
      name: z.string().nullish(),
      seats: z.number(),
      stars: z.number().nullish(),
    }),
    scopes: { full: () => [{ key: 'all', label: 'All', params: {} }] },
  })
  const { payload } = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        {
          slug: 'shows',
          fields: [
            { name: 'name', type: 'text', required: true },
            { name: 'seats', type: 'number' },
            { name: 'stars', type: 'number', max: 5 },
          ],
        },
      ],
    },
    options: {
      providers: [
        defineProvider({
          name: 'own',
          http: { baseUrl: 'http://127.0.0.1:9', secrets: [SECRET] },
          resources: { shows },
        }),
      ],
    },
  })
  onTestFinished(() => payload.destroy())
  const sync = async () => {
    const work = { initiatedBy: null, payload, provider: 'own', resource: 'shows' } as const
    const [run] = await startRun({ ...work, mode: 'full', trigger: 'api' })
    await drainSync({ payload })
    return await getRun({ payload, runId: run!.id })
  }
  const find = async (collection: string) => {
    const { docs } = await payload.find({ collection, pagination: false, sort: 'externalId' })
    return docs as unknown as ({ externalId: string; id: number; status: string } & JsonObject)[]
  }
  return {
    api: getSync(payload),
    find,
    findIssues: () => find(testSlugs.syncIssues),
    payload,
    say: (...next: Row[]) => {
      rows = next
    },
    sync,
  }
}

describe('a record that cannot be stored', () => {
  it('should be shown as it came, ignored until it changes, and close by itself', async () => {
    const { api, findIssues, say, sync } = await open()
    const bad = { ...GOOD, note: `see ${SECRET}`, password: 'x', seats: 'ten' }
    say(bad)
    await sync()
    await sync()
    const [issue] = await findIssues()
    expect(issue).toMatchObject({ kind: 'invalid', status: 'open', timesSeen: 2 })
    const record = await api.quarantined({ issueId: issue!.id })
    expect(JSON.parse(record.raw!)).toEqual({
      ...bad,
      note: 'see [redacted]',
      password: '[redacted]',
    })
    expect(record).toMatchObject({
      fields: [
        { path: 'name', value: 'Harbour' },
        { path: 'seats', problem: expect.stringContaining('expected number'), value: 'ten' },
        { path: 'stars', value: 3 },
      ],
      isFixable: true,
      problems: [],
      records: ['1'],
      timesSeen: 2,
    })

    expect(await api.ignoreRecords({ issueIds: [issue!.id] })).toEqual([issue!.id])
    await sync()
    expect(await findIssues()).toMatchObject([{ status: 'ignored', timesSeen: 2 }])
    say({ ...bad, seats: 'eleven' })
    await sync()
    expect(await findIssues()).toMatchObject([{ status: 'open', timesSeen: 3 }])

    await api.ignoreRecords({ issueIds: [issue!.id] })
    say(GOOD)
    expect(await sync()).toMatchObject({ counts: { created: 1, invalid: 0 }, status: 'completed' })
    expect(await findIssues()).toMatchObject([{ status: 'resolved' }])
    // A new mistake is a new one, also where it is that of before.
    say({ ...bad, seats: 'eleven' })
    await sync()
    expect(await findIssues()).toMatchObject([{ status: 'open', timesSeen: 1 }])
    expect(await api.ignoreRecords({ isIgnored: false, issueIds: [issue!.id] })).toEqual([])
  })

  it('should be dealt with on the command line', async () => {
    const { findIssues, payload, say, sync } = await open({ canFetchOne: true })
    say({ ...GOOD, seats: 'ten' }, { ...GOOD, id: '2', seats: 'two' })
    await sync()
    const call = createCliTest(payload)
    const [first, second] = await findIssues()
    const ids = [String(first!.id), String(second!.id)]

    const listed = await call({ args: ['issues', '--kind', 'invalid'] })
    expect(listed.code).toBe(0)
    expect(listed.lines).toHaveLength(3)
    for (const id of ids) {
      expect(listed.output).toMatch(new RegExp(`^ *${id} invalid .*seats: .*expected number`, 'm'))
    }
    expect((await call({ args: ['issues', '--limit', '1'] })).output).toContain('And 1 more')
    const asJson = await call({ args: ['issues', 'list', '--json'] })
    expect(asJson.lines.map((line) => JSON.parse(line) as { id: number })).toHaveLength(2)

    const ignored = await call({ args: ['issues', 'ignore', ids[0]!] })
    expect(ignored).toMatchObject({ code: 0, output: 'Ignored until they change: 1.\n' })
    expect(await findIssues()).toMatchObject([{ status: 'ignored' }, { status: 'open' }])
    expect((await call({ args: ['issues', 'unignore', ids[0]!] })).output).toContain('again: 1.')

    say(GOOD, { ...GOOD, id: '2', seats: 'two' })
    const retried = await call({ args: ['issues', 'retry', ...ids] })
    expect(retried.code).toBe(3)
    expect(retried.output).toContain('shows 1: stored.')
    expect(retried.output).toContain('shows 2: still not stored.')
    expect(await findIssues()).toMatchObject([{ status: 'resolved' }, { status: 'open' }])
    expect(await call({ args: ['issues', 'retry', '999999'] })).toMatchObject({ code: 2 })
    expect(await call({ args: ['issues'] })).toMatchObject({ code: 0 })
  })

  it('should be mended by hand, as an edit', async () => {
    const { api, find, findIssues, say, sync } = await open()
    // One does not pass its schema, one is refused by the collection.
    say({ ...GOOD, seats: 'ten' }, { ...GOOD, id: '2', stars: 9 })
    await sync()
    const [first, second] = await findIssues()
    await expect(
      api.fixRecord({ issueId: first!.id, values: { provider: 'other' } }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_FIELD' })
    await expect(
      api.fixRecord({ issueId: second!.id, values: { stars: 7 } }),
    ).rejects.toMatchObject({ name: 'ValidationError' })
    expect(await find('shows')).toEqual([])

    await api.fixRecord({ issueId: first!.id, values: { seats: 11 } })
    await api.fixRecord({ issueId: second!.id, values: { stars: 5 } })
    const mended = [
      { name: 'Harbour', externalId: '1', provider: 'own', seats: 11, stars: 3 },
      { name: 'Harbour', externalId: '2', provider: 'own', seats: 10, stars: 5 },
    ]
    expect(await find('shows')).toMatchObject(mended)
    await sync()
    expect(await find('shows')).toMatchObject(mended)
    expect((await findIssues()).filter(({ status }) => status === 'open')).toEqual([])

    // What nobody mended follows the provider, and what was is asked as every edit is.
    say({ ...GOOD, name: 'Port', seats: 12 }, { ...GOOD, id: '2', name: 'Port', stars: 4 })
    await sync()
    expect(await find('shows')).toMatchObject([
      { name: 'Port', seats: 11 },
      { name: 'Port', stars: 5 },
    ])
    const conflicts = (await findIssues()).filter(({ status }) => status === 'open')
    expect(conflicts).toMatchObject([
      { details: { conflicts: [{ field: 'seats', incoming: 12 }] }, kind: 'conflict' },
      { details: { conflicts: [{ field: 'stars', incoming: 4 }] }, kind: 'conflict' },
    ])
    // Another mistake is a new issue.
    say({ ...GOOD, seats: 'twelve' }, { ...GOOD, id: '2', stars: 4 })
    await sync()
    expect((await findIssues()).filter(({ kind }) => kind === 'invalid')).toMatchObject([
      { externalId: '1', status: 'open', timesSeen: 1 },
    ])
  })

  it('should be tried again, alone where that can be', async () => {
    const { api, find, findIssues, say, sync } = await open({ canFetchOne: true })
    say({ ...GOOD, seats: 'ten' }, { ...GOOD, id: '2', stars: 9 }, { ...GOOD, id: '3', seats: '3' })
    await sync()
    const issueIds = (await findIssues()).map(({ id }) => id)
    say(GOOD, { ...GOOD, id: '2', stars: 9 })

    const retried = await api.retryRecords({ issueIds })
    const byId = retried.toSorted((one, other) => Number(one.externalId) - Number(other.externalId))
    expect(byId).toMatchObject([
      { externalId: '1', outcome: 'stored' },
      { externalId: '2', message: expect.any(String), outcome: 'refused' },
      { externalId: '3', outcome: 'gone' },
    ])
    expect(await find('shows')).toMatchObject([{ externalId: '1' }])
    expect((await findIssues()).map(({ status }) => status)).toEqual(['resolved', 'open', 'open'])
    await expect(api.retryRecords({ issueIds: ['abc'] })).rejects.toMatchObject({
      code: 'UNKNOWN_ISSUE',
    })
    await expect(api.retryRecords({ issueIds: [999] })).rejects.toMatchObject({
      code: 'UNKNOWN_ISSUE',
    })
  })
})
