import { createLocalReq } from 'payload'
import { expect, it } from 'vitest'

import type { MergeTest } from '../merge/createMergeTest.js'

import { getSync } from '../../src/index.js'
import { reference } from '../../src/sdk/index.js'
import { getSync as getEngine } from '../../src/sync/engine/Sync.js'
import { decideMany } from '../../src/sync/operations/issues/groups/decideMany.js'
import { listGroups } from '../../src/sync/operations/issues/groups/listGroups.js'
import { listMembers } from '../../src/sync/operations/issues/groups/listMembers.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { retryRun } from '../../src/sync/operations/runs/retryRun.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { inTransaction } from '../../src/sync/store/inTransaction.js'
import { openIssues } from '../../src/sync/store/issues/openIssues.js'
import { createMergeTest } from '../merge/createMergeTest.js'

const WORK = { provider: 'own', resource: 'shows' }

const IDS = Array.from({ length: 6 }, (_, index) => `show-${String(index).padStart(2, '0')}`)

const SAID = { away: 0, home: 0, tags: [{ name: 'One', no: 'A' }], title: 'said 1' }

const open = async (): Promise<MergeTest> => {
  const test = await createMergeTest({
    collection: {
      access: { update: ({ id, req }) => !req.user || id !== refused },
      fields: [
        { name: 'title', type: 'text' },
        { name: 'home', type: 'number' },
        { name: 'away', type: 'number' },
        {
          name: 'tags',
          type: 'array',
          fields: [
            { name: 'no', type: 'text' },
            { name: 'name', type: 'text' },
          ],
        },
      ],
    },
    resource: { mergeTogether: [['home', 'away']], rowId: { tags: 'no' } },
  })
  test.answer(IDS.map((id) => ({ id, ...SAID })))
  await test.sync()
  for (const { id } of await test.find()) {
    const data = { home: 7, tags: [{ name: 'Mine', no: 'A' }], title: 'mine' }
    await test.payload.update({ id, collection: 'shows', data, user: test.asEditor.user })
  }
  test.answer(
    IDS.map((id, index) => ({
      id,
      ...SAID,
      away: 1,
      tags: [{ name: 'Two', no: 'A' }],
      // Some of them follow only in the score.
      title: index < 4 ? 'said 2' : 'said 1',
    })),
  )
  await test.sync()
  return test
}

/** A document that nobody who is signed in may change. */
let refused: number | string | undefined

const groupsOf = async ({ payload }: MergeTest) =>
  (await listGroups({ filter: {}, payload, sight: 'all' })).map(
    ({ fields, issues, kind, reason, records, severity }) => ({
      fields,
      issues,
      kind,
      reason,
      records,
      severity,
    }),
  )

it('should group conflicts by fields that are one, and decide all of a group as one run', async () => {
  const test = await open()
  const { asEditor, payload } = test
  const req = await createLocalReq({ user: asEditor.user }, payload)
  const conflict = { kind: 'conflict', severity: 'warning' }
  const inAll = { ...conflict, issues: 6, records: 6 }
  expect(await groupsOf(test)).toEqual([
    { ...inAll, fields: ['home', 'away'], reason: 'home,away' },
    { ...inAll, fields: ['tags'], reason: 'tags' },
    { ...conflict, fields: ['title'], issues: 4, reason: 'title', records: 4 },
  ])
  const filter = { kind: 'conflict', reason: 'title', ...WORK } as const
  const members = await listMembers({ filter, limit: 3, page: 1, payload, sight: 'all' })
  expect(members.totalDocs).toBe(4)
  expect(members.docs).toHaveLength(3)

  const before = await getStatus({ payload })
  const decide = { ...WORK, payload, req, trigger: 'manual' } as const
  const score = { ...decide, decision: 'theirs', fields: ['home', 'away'] } as const
  // Each answer comes after one record at the latest, and the next goes on with the same run.
  const runIds = new Set<unknown>()
  let goOn: Parameters<typeof decideMany>[0]['goOn']
  for (let calls = 1; ; calls += 1) {
    const { after, decided, failed, runId } = await decideMany({ ...score, goOn, limitMs: 0 })
    runIds.add(runId)
    expect({ decided, failed }).toEqual({ decided: calls, failed: [] })
    if (after === null) {
      break
    }
    goOn = { after, runId: runId! }
  }
  expect(runIds.size).toBe(1)
  const [runId] = runIds as Set<number>
  const { id } = asEditor.user
  expect(await getRun({ payload, runId: runId! })).toMatchObject({
    ...WORK,
    counts: { deferred: 0, fetched: 6, unchanged: 0, updated: 6 },
    error: null,
    initiatedBy: { id, collection: 'users' },
    mode: 'decide',
    progress: { label: 'home, away: theirs' },
    status: 'completed',
    trigger: 'manual',
  })
  for (const show of await test.find()) {
    expect(show).toMatchObject({ away: 1, home: 0, tags: [{ name: 'Mine' }], title: 'mine' })
  }
  // It reads nothing, so it says nothing of how fresh the resource is.
  const after = await getStatus({ payload })
  const lastRunOf = (status: typeof after) => status.providers[0]?.resources[0]?.lastRun?.id
  expect(lastRunOf(after)).toBe(lastRunOf(before))
  await expect(retryRun({ initiatedBy: null, payload, runId: runId! })).rejects.toMatchObject({
    code: 'NOTHING_TO_RETRY',
  })
  const own = { ...score, goOn: { after: 'a', runId: runId! } }
  await expect(decideMany({ ...own, req: undefined })).rejects.toMatchObject({
    code: 'UNKNOWN_RUN',
  })

  // Rows of a list, of some records only.
  const externalIds = IDS.slice(0, 2)
  await decideMany({ ...decide, decision: 'theirs', externalIds, fields: ['tags'] })
  expect((await test.find()).map(({ tags }) => (tags as { name: string }[])[0]?.name)).toEqual([
    'Two',
    'Two',
    ...Array.from({ length: 4 }, () => 'Mine'),
  ])

  // What may not be changed is said, and keeps none of the others from being decided.
  refused = (await test.find())[1]!.id
  const { decided, failed } = await decideMany({ ...decide, decision: 'lock', fields: ['title'] })
  expect(decided).toBe(3)
  expect(failed).toMatchObject([{ externalId: IDS[1] }])
  const { docs } = await payload.find({ collection: 'syncLogs', limit: 1, sort: '-createdAt' })
  expect(docs[0]).toMatchObject({
    counts: { deferred: 1, fetched: 4, unchanged: 3 },
    error: { code: 'NOT_DECIDED' },
    status: 'partial',
  })
  refused = undefined
  expect(await groupsOf(test)).toMatchObject([
    { issues: 4, reason: 'tags' },
    { issues: 1, reason: 'title' },
  ])
  const sync = getSync(payload)
  expect((await sync.record({ ...WORK, externalId: IDS[0]! })).locks).toMatchObject([
    { field: 'title' },
  ])
})

it('should group what points nowhere, and find a record among those that share a row', async () => {
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'title', type: 'text' },
        { name: 'venue', type: 'relationship', relationTo: 'venues' },
        { name: 'size', type: 'number' },
      ],
      hooks: {
        beforeChange: [
          ({ data }) => {
            if ((data as { size: number }).size > 10) {
              throw new Error('No stage is that large.')
            }
            return data as object
          },
        ],
      },
    },
    map: ({ id: _, venue, ...document }) => ({
      ...document,
      venue: reference({ externalId: String(venue), resource: 'venues' }),
    }),
    more: { venues: [] },
  })
  const { payload } = test
  test.answer(
    IDS.map((id, index) => ({
      id,
      size: index < 3 ? 11 : 1,
      title: `Show ${index}`,
      venue: index < 4 ? 'DE' : 'FR',
    })),
  )
  await test.sync()

  const groups = await listGroups({ filter: {}, payload, sight: 'all' })
  const said = groups.map(({ kind, records, severity, target }) => [
    kind,
    severity,
    records,
    target,
  ])
  expect(said).toEqual(
    expect.arrayContaining([
      ['reference', 'warning', 2, 'venues FR'],
      ['write', 'error', 3, null],
    ]),
  )
  const errors = await listGroups({ filter: { severity: 'error' }, payload, sight: 'all' })
  expect(errors).toMatchObject([{ kind: 'write', records: 3 }])
  expect(errors[0]!.message).not.toMatch(/\d+ records/)

  // What keeps several records back for one reason is one row.
  const { clock, database } = getEngine(payload)
  const shared = IDS.slice(0, 3).map((externalId) => ({
    cause: { key: 'stage', many: 'could not be stored. No stage is that large.' },
    details: {},
    documentId: null,
    externalId,
    kind: 'write' as const,
    message: 'The record could not be stored. No stage is that large.',
  }))
  await inTransaction({
    database,
    work: (req) =>
      openIssues({
        ...WORK,
        collection: 'shows',
        database,
        issues: shared,
        now: clock.now(),
        req,
        runId: null,
      }),
  })
  const sync = getSync(payload)
  const ofOne = await sync.issues({ externalId: IDS[1]!, kind: 'write' })
  expect(ofOne.docs).toMatchObject([{ externalId: null, recordCount: 3 }])
  expect((await sync.issues({ externalId: IDS[5]!, kind: 'write' })).docs).toEqual([])
  expect(await listGroups({ filter: { status: 'ignored' }, payload, sight: 'all' })).toEqual([])
})
