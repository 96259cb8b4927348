import { describe, expect, it } from 'vitest'

import type { TestRecord } from '../project/createTestProvider.js'

import { MACHINERY_KEYS } from '../../src/plugin/options/collectionKeys.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { TEST_TOKEN } from '../project/defineTestProvider.js'
import { testSlugs } from '../project/testSlugs.js'

const toGames = (count: number): TestRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    id: String(1000 + index),
    name: `Game ${index}`,
    score: 0,
  }))

describe('identity', () => {
  it('should know a record by provider and externalId, whatever else it changes', async () => {
    const { findMatches, provider, sync } = await createSyncTest({ records: toGames(1) })
    await sync()
    const [before] = await findMatches()

    provider.answerWith('1000', { name: 'Renamed', kickOff: '2026-05-01T12:00:00.000Z' })
    const run = await sync()

    const after = await findMatches()
    expect(run.counts).toMatchObject({ created: 0, updated: 1 })
    expect(after).toHaveLength(1)
    expect(after[0]).toMatchObject({ id: before!.id, title: 'Renamed' })
  })

  it('should refuse a second document of the same record by an index of the database', async () => {
    const { payload, sync } = await createSyncTest({ records: toGames(1) })
    await sync()

    await expect(
      payload.create({
        collection: testSlugs.matches,
        data: { externalId: '1000', provider: 'test', title: 'A second one' },
      }),
    ).rejects.toThrow()
  })

  it('should take over a document that is there without being remembered', async () => {
    const { findMatches, payload, sync } = await createSyncTest({ records: toGames(1) })
    const { id } = await payload.create({
      collection: testSlugs.matches,
      data: { externalId: '1000', provider: 'test', title: 'Game 0' },
    })

    const run = await sync()

    expect(run).toMatchObject({ counts: { created: 0, updated: 1 }, status: 'completed' })
    expect(await findMatches()).toMatchObject([{ id, homeScore: 0, title: 'Game 0' }])
  })

  it('should bring a document back that an editor deleted, where the project says so', async () => {
    const { findMatches, payload, sync } = await createSyncTest({
      options: { onLocalDelete: 'recreate' },
      records: toGames(1),
    })
    await sync()
    const [match] = await findMatches()
    await payload.delete({ id: match!.id, collection: testSlugs.matches })

    const run = await sync()

    expect(run.counts).toMatchObject({ created: 1 })
    expect(await findMatches()).toHaveLength(1)
  })
})

describe('nothing for nothing', () => {
  it('should write no document when nothing changed', async () => {
    const { findMatches, sync } = await createSyncTest({ records: toGames(25) })
    await sync()
    const before = await findMatches()

    const run = await sync()

    expect(run).toMatchObject({
      counts: { created: 0, fetched: 25, unchanged: 25, updated: 0 },
      status: 'completed',
    })
    expect(await findMatches()).toEqual(before)
  })

  it('should not move updatedAt for a change that leads to the value that is there', async () => {
    const { editAsPerson, findMatch, provider, sync } = await createSyncTest({
      records: toGames(1),
    })
    await sync()
    await editAsPerson('1000', { homeScore: 2 })
    const before = await findMatch('1000')

    provider.answerWith('1000', { score: 2 })
    const run = await sync()

    expect(run.counts).toMatchObject({ conflicts: 0, unchanged: 1, updated: 0 })
    expect(await findMatch('1000')).toEqual(before)
  })
})

describe('editors win', () => {
  it('should keep what only an editor changed and apply what only the provider changed', async () => {
    const { editAsPerson, findIssues, findMatch, provider, sync } = await createSyncTest({
      records: toGames(1),
    })
    await sync()
    await editAsPerson('1000', { title: 'A better title' })

    provider.answerWith('1000', { score: 4 })
    const run = await sync()

    expect(run.counts).toMatchObject({ conflicts: 0, updated: 1 })
    expect(await findMatch('1000')).toMatchObject({ homeScore: 4, title: 'A better title' })
    expect(await findIssues()).toEqual([])
  })

  it("should keep an editor's score and open a conflict when the provider changes it too", async () => {
    const { editAsPerson, findIssues, findMatch, provider, sync } = await createSyncTest({
      records: toGames(1),
    })
    await sync()
    await editAsPerson('1000', { homeScore: 2 })

    provider.answerWith('1000', { score: 3 })
    const run = await sync()

    expect(run).toMatchObject({ counts: { conflicts: 1, updated: 0 }, status: 'completed' })
    expect(await findMatch('1000')).toMatchObject({ homeScore: 2 })
    expect(await findIssues()).toMatchObject([
      {
        details: { conflicts: [{ base: 0, current: 2, field: 'homeScore', incoming: 3 }] },
        externalId: '1000',
        kind: 'conflict',
        status: 'open',
      },
    ])
  })

  it('should close the conflict when the provider comes round to the editor', async () => {
    const { editAsPerson, findIssues, provider, sync } = await createSyncTest({
      records: toGames(1),
    })
    await sync()
    await editAsPerson('1000', { homeScore: 2 })
    provider.answerWith('1000', { score: 3 })
    await sync()

    provider.answerWith('1000', { score: 2 })
    await sync()

    expect(await findIssues()).toMatchObject([{ kind: 'conflict', status: 'resolved' }])
  })

  it('should keep the conflict open while the two still differ', async () => {
    const { editAsPerson, findIssues, provider, sync } = await createSyncTest({
      records: toGames(1),
    })
    await sync()
    await editAsPerson('1000', { homeScore: 2 })
    provider.answerWith('1000', { score: 3 })
    await sync()

    provider.answerWith('1000', { name: 'Something else changed' })
    await sync()

    expect(await findIssues()).toMatchObject([{ kind: 'conflict', status: 'open' }])
  })

  it('should merge the fields of a group one by one', async () => {
    const { editAsPerson, findMatch, provider, sync } = await createSyncTest({
      records: [{ id: '1', name: 'Game', city: 'Paisley', stadium: 'Old ground' }],
    })
    await sync()
    await editAsPerson('1', { venue: { name: 'Old ground', city: 'Glasgow' } })

    provider.answerWith('1', { stadium: 'New ground' })
    await sync()

    expect(await findMatch('1')).toMatchObject({ venue: { name: 'New ground', city: 'Glasgow' } })
  })
})

describe('absent is not null', () => {
  it('should leave a field alone that the provider does not send', async () => {
    const { findMatch, provider, sync } = await createSyncTest({
      records: [{ id: '1', name: 'Game', score: 3 }],
    })
    await sync()

    provider.remove('1')
    provider.answerWith('1', { name: 'Game without a score' })
    await sync()

    expect(await findMatch('1')).toMatchObject({ homeScore: 3, title: 'Game without a score' })
  })

  it('should clear a field that the provider sends as null', async () => {
    const { findMatch, provider, sync } = await createSyncTest({
      records: [{ id: '1', name: 'Game', score: 3 }],
    })
    await sync()

    provider.answerWith('1', { score: null })
    await sync()

    expect(await findMatch('1')).toMatchObject({ homeScore: null })
  })
})

describe('absence is not deletion', () => {
  const options = { absence: { after: 2 } }

  it('should report a record as missing only after it was absent several times', async () => {
    const { findIssues, findMatches, provider, sync } = await createSyncTest({
      options,
      records: toGames(10),
    })
    await sync()
    provider.remove('1003')

    const first = await sync()
    expect(first).toMatchObject({ counts: { missing: 0 }, status: 'completed' })
    expect(await findIssues()).toEqual([])

    const second = await sync()
    expect(second).toMatchObject({ counts: { missing: 1 }, status: 'completed' })
    expect(await findIssues()).toMatchObject([
      { externalId: '1003', kind: 'missing', status: 'open' },
    ])
    expect(await findMatches()).toHaveLength(10)
  })

  it('should forget an absence when the record is back', async () => {
    const { findIssues, provider, sync } = await createSyncTest({
      options,
      records: toGames(10),
    })
    await sync()
    provider.remove('1003')
    await sync()
    await sync()

    provider.answerWith('1003', { name: 'Game 3', score: 0 })
    await sync()

    expect(await findIssues()).toMatchObject([
      { externalId: '1003', kind: 'missing', status: 'resolved' },
    ])
  })

  it('should count nobody as absent when too many are gone at once', async () => {
    const { findIssues, provider, sync } = await createSyncTest({
      options: { absence: { after: 1 } },
      records: toGames(20),
    })
    await sync()
    for (let index = 0; index < 15; index += 1) {
      provider.remove(String(1000 + index))
    }

    const run = await sync()

    expect(run).toMatchObject({
      counts: { missing: 0 },
      error: { code: 'SUSPICIOUS_ABSENCE' },
      status: 'partial',
    })
    expect(await findIssues()).toMatchObject([{ externalId: 'scope:all', kind: 'absence' }])
  })

  it('should count nobody as absent from a scope that was not read to its end', async () => {
    const { findIssues, provider, sync } = await createSyncTest({
      options: { absence: { after: 1 } },
      records: toGames(30),
    })
    await sync()
    provider.remove('1000')
    provider.failWith((page) => (page === 2 ? { body: { nonsense: true } } : undefined))

    const run = await sync()

    expect(run).toMatchObject({ counts: { missing: 0 }, status: 'failed' })
    expect(await findIssues()).toEqual([])
  })
})

describe('green means complete', () => {
  it('should end partial when a record breaks its schema, and store the others', async () => {
    const { findIssues, findMatches, provider, sync } = await createSyncTest({
      records: toGames(12),
    })
    provider.answerWith('1005', { name: 42, score: 'none' })

    const run = await sync()

    expect(run).toMatchObject({
      counts: { created: 11, fetched: 12, invalid: 1 },
      error: { code: 'RECORDS_INVALID' },
      status: 'partial',
    })
    expect(await findMatches()).toHaveLength(11)
    expect(await findIssues()).toMatchObject([
      { externalId: '1005', kind: 'invalid', status: 'open' },
    ])
  })

  it('should close the issue when the record is in order again', async () => {
    const { findIssues, provider, sync } = await createSyncTest({ records: toGames(2) })
    provider.answerWith('1001', { name: 42 })
    await sync()

    provider.answerWith('1001', { name: 'Game 1' })
    const run = await sync()

    expect(run.status).toBe('completed')
    expect(await findIssues()).toMatchObject([{ kind: 'invalid', status: 'resolved' }])
  })

  it('should end partial when a scope could not be read, and read the others', async () => {
    const { provider, sync } = await createSyncTest({
      provider: { scopeOf: ({ id }) => (id < '1005' ? 'early' : 'late') },
      records: toGames(10),
    })
    let asked = 0
    provider.failWith(() => {
      asked += 1
      return asked === 1 ? { body: { message: 'Not in your plan.' }, status: 403 } : undefined
    })

    const run = await sync()

    expect(run).toMatchObject({
      counts: { created: 5 },
      error: { code: 'ACCESS_DENIED' },
      failedScopes: [{ code: 'ACCESS_DENIED', key: 'early' }],
      status: 'partial',
    })
  })

  it('should move the incremental cursor when every scope was read, and only then', async () => {
    const { payload, provider, sync } = await createSyncTest({ records: toGames(2) })
    const findSince = async (): Promise<string> => {
      const { docs } = await payload.find({ collection: testSlugs.syncStates, depth: 0 })
      return String(docs[0]?.since)
    }
    await sync()
    const first = await findSince()

    provider.answerWith('1001', { name: 42 })
    expect(await sync()).toMatchObject({ status: 'partial' })
    const second = await findSince()
    expect(Date.parse(second)).toBeGreaterThan(Date.parse(first))

    provider.failWith(() => ({ body: { message: 'Not in your plan.' }, status: 403 }))
    await sync()
    expect(await findSince()).toBe(second)
  })
})

describe('empty must be proven', () => {
  it('should fail, and mark nothing missing, on an empty answer that may be a refusal', async () => {
    const { findIssues, findMatches, provider, sync } = await createSyncTest({
      options: { absence: { after: 1 } },
      records: toGames(3),
    })
    await sync()

    provider.failWith(() => ({ body: { error: 'Nothing found, or no access.' } }))
    const run = await sync()

    expect(run).toMatchObject({
      counts: { fetched: 0, missing: 0 },
      error: { code: 'EMPTY_ANSWER' },
      status: 'failed',
    })
    expect(await findMatches()).toHaveLength(3)
    expect(await findIssues()).toEqual([])
  })

  it('should store nothing of an answer whose shape nobody knows', async () => {
    const { findMatches, provider, sync } = await createSyncTest({ records: toGames(3) })
    provider.failWith(() => ({ body: { data: 'moved' } }))

    const run = await sync()

    expect(run).toMatchObject({ error: { code: 'INVALID_ANSWER' }, status: 'failed' })
    expect(await findMatches()).toEqual([])
  })
})

describe('references', () => {
  it('should create what a record points to from the stub it brings', async () => {
    const { findMatch, payload, sync } = await createSyncTest({
      records: [{ id: '1', name: 'Game', home: { id: '53', name: 'Celtic' } }],
    })

    const run = await sync()

    const { docs } = await payload.find({ collection: testSlugs.teams, depth: 0 })
    expect(run.status).toBe('completed')
    expect(docs).toMatchObject([{ name: 'Celtic', externalId: '53', provider: 'test' }])
    expect(await findMatch('1')).toMatchObject({ homeTeam: docs[0]!.id })
  })

  it('should open an issue for a reference to nothing and close it when it is there', async () => {
    const { findIssues, findMatch, provider, sync } = await createSyncTest({
      records: [{ id: '1', name: 'Game', home: { id: '53' } }],
    })
    const first = await sync()
    expect(first).toMatchObject({ counts: { created: 1 }, status: 'completed' })
    expect(await findIssues()).toMatchObject([{ kind: 'reference', status: 'open' }])

    provider.answerWith('2', { name: 'Another', home: { id: '53', name: 'Celtic' } })
    await sync()
    await sync()

    expect(await findIssues()).toMatchObject([{ kind: 'reference', status: 'resolved' }])
    expect((await findMatch('1'))?.homeTeam).toEqual((await findMatch('2'))?.homeTeam)
  })
})

describe('a reference that moves to something not stored yet', () => {
  it('should follow when it is there, without a conflict that nobody made', async () => {
    const { findIssues, findMatch, payload, provider, sync } = await createSyncTest({
      records: [{ id: '1', name: 'Game', home: { id: '53', name: 'Celtic' } }],
    })
    await sync()
    provider.answerWith('1', { home: { id: '62' } })
    await sync()

    provider.answerWith('2', { name: 'Another', home: { id: '62', name: 'Rangers' } })
    await sync()
    await sync()

    const { docs } = await payload.find({
      collection: testSlugs.teams,
      where: { externalId: { equals: '62' } },
    })
    expect(await findMatch('1')).toMatchObject({ homeTeam: docs[0]!.id })
    expect(await findIssues()).toMatchObject([{ kind: 'reference', status: 'resolved' }])
  })
})

describe('secrets stay in', () => {
  it('should leave no trace of the token in logs, rows or answers of a failing run', async () => {
    const { logged, payload, provider, sync } = await createSyncTest({ records: toGames(3) })
    provider.failWith(() => ({
      body: { refusal: `Token ${TEST_TOKEN} is not known.` },
      headers: { 'content-type': `application/json; token=${TEST_TOKEN}` },
      status: 401,
    }))

    const run = await sync()

    expect(run).toMatchObject({ error: { code: 'CREDENTIALS_REFUSED' }, status: 'failed' })
    const rows = await Promise.all(
      MACHINERY_KEYS.map((key) =>
        payload.find({ collection: testSlugs[key], pagination: false, showHiddenFields: true }),
      ),
    )
    const trace = JSON.stringify([run, rows]) + logged()
    expect(trace).toContain('is not known')
    expect(trace).not.toContain(TEST_TOKEN)
  })
})
