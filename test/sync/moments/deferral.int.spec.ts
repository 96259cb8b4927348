import { describe, expect, it } from 'vitest'

import type { MomentTest } from './createMomentTest.js'

import { refreshRecord } from '../../../src/sync/operations/records/refreshRecord.js'
import { testSlugs } from '../../project/testSlugs.js'
import { waitFor } from '../../project/waitFor.js'
import { createGate, createMomentTest } from './createMomentTest.js'

const GAMES = [
  { id: '1000', name: 'Game 0', score: 0 },
  { id: '1001', name: 'Game 1', score: 0 },
]

const GAME = { externalId: '1000', provider: 'test', resource: 'games' }

type CreateOpenTestArgs = Omit<Parameters<typeof createMomentTest>[0], 'records'>

/** A project that was synced once, and whose first match somebody has open. */
const createOpenTest = async (args: CreateOpenTestArgs = {}) => {
  const test = await createMomentTest({ ...args, records: GAMES })
  await test.sync()
  const findRecord = async () =>
    (await test.find('syncRecords')).find(({ externalId }) => externalId === '1000')!
  const countLocks = async () => (await test.query('select 1 from payload_locked_documents')).length
  return { ...test, countLocks, editing: await test.open('1000'), findRecord }
}

/** Has the provider list nothing, so that a run brings no word of its own. */
const listNothing = ({ moments }: MomentTest): void => {
  moments.onPage = () => ({ records: [] })
}

describe('a document that somebody has open', () => {
  it('should not be written, nor its lock be touched, until it is closed', async () => {
    const test = await createOpenTest()
    const before = await test.findMatch('1000')
    test.provider.answerWith('1000', { score: 1 })
    test.provider.answerWith('1001', { score: 1 })

    expect(await test.sync()).toMatchObject({
      counts: { deferred: 1, fetched: 2, unchanged: 0, updated: 1 },
      error: null,
      status: 'completed',
    })
    expect(await test.findMatch('1000')).toEqual(before)
    expect(await test.findMatch('1001')).toMatchObject({ homeScore: 1 })
    expect(await test.countLocks()).toBe(1)
    expect(await test.findRecord()).toMatchObject({
      base: { homeScore: 0 },
      waiting: { document: { homeScore: 1 } },
    })

    expect(await test.sync()).toMatchObject({ counts: { deferred: 1, unchanged: 1 } })
    await test.editing.close()
    expect(await test.sync()).toMatchObject({
      counts: { deferred: 0, unchanged: 2, updated: 1 },
      status: 'completed',
    })
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1 })
    expect(await test.findRecord()).toMatchObject({ base: { homeScore: 1 }, waiting: null })
    expect(await test.sync()).toMatchObject({ counts: { fetched: 2, unchanged: 2 } })
    expect(await test.find('syncIssues')).toEqual([])
  })

  it('should let the cursor move, because nothing is lost', async () => {
    const test = await createOpenTest()
    const [before] = await test.find('syncStates')
    test.provider.answerWith('1000', { score: 1 })
    const run = await test.sync('incremental')
    const [after] = await test.find('syncStates')

    expect(run).toMatchObject({ counts: { deferred: 1 }, status: 'completed' })
    expect(new Date(String(after!.since)) > new Date(String(before!.since))).toBe(true)
  })

  it('should keep its lock when nothing is to be written', async () => {
    const test = await createOpenTest()

    expect(await test.sync()).toMatchObject({ counts: { deferred: 0, unchanged: 2 } })
    expect(await test.countLocks()).toBe(1)
  })

  it('should be found out about while its batch is at work', async () => {
    const test = await createMomentTest({ records: GAMES })
    await test.sync()
    const gate = createGate()
    test.moments.beforeWrite = gate.stand
    test.provider.answerWith('1000', { score: 1 })
    test.provider.answerWith('1001', { score: 1 })
    const run = await test.start()
    const drained = test.drain()
    await gate.reached

    await test.open('1001')
    gate.open()
    await drained

    expect(await test.findRun(run)).toMatchObject({ counts: { deferred: 1, updated: 1 } })
    expect(await test.findMatch('1001')).toMatchObject({ homeScore: 0 })
  })

  it('should bring along what its new word points to', async () => {
    const test = await createOpenTest()
    test.provider.answerWith('1000', { home: { id: 'x', name: 'Rovers' } })
    await test.sync()
    await test.editing.close()
    listNothing(test)
    await test.sync('live')

    const [team] = await test.find('teams')
    expect(await test.findMatch('1000')).toMatchObject({ homeTeam: team!.id })
  })
})

describe('a lock that nobody renews', () => {
  const grow = async (test: MomentTest): Promise<void> => {
    await test.query(
      `update payload_locked_documents set updated_at = now() - interval '6 minutes'`,
    )
  }

  it('should count for as long as Payload believes it', async () => {
    const test = await createOpenTest()
    await grow(test)
    test.provider.answerWith('1000', { score: 1 })

    expect(await test.sync()).toMatchObject({ counts: { deferred: 0, updated: 1 } })
  })

  it('should count for as long as its collection says', async () => {
    const test = await createOpenTest({ matches: { lockDocuments: { duration: 600 } } })
    await grow(test)
    test.provider.answerWith('1000', { score: 1 })

    expect(await test.sync()).toMatchObject({ counts: { deferred: 1, updated: 0 } })
  })
})

describe('a word that waits', () => {
  it('should be stored by a run that does not bring it', async () => {
    const test = await createOpenTest()
    test.provider.answerWith('1000', { score: 1 })
    await test.sync()
    await test.editing.close()
    listNothing(test)

    expect(await test.sync('live')).toMatchObject({
      counts: { deferred: 0, fetched: 1, updated: 1 },
    })
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1 })
  })

  it('should be stored by a run that cannot reach its provider', async () => {
    const test = await createOpenTest()
    test.provider.answerWith('1000', { score: 1 })
    await test.sync()
    await test.editing.close()
    test.provider.failWith(() => ({ body: { refusal: 'No.' }, status: 401 }))

    expect(await test.sync()).toMatchObject({ counts: { updated: 1 }, status: 'failed' })
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1 })
  })

  it('should be stored at the end of its run when the document was closed meanwhile', async () => {
    const test = await createOpenTest({ pageSize: 1 })
    const gate = createGate()
    let pages = 0
    test.moments.onPage = async ({ page }) => {
      pages += 1
      if (pages === 2) {
        await gate.stand()
      }
      return page
    }
    test.provider.answerWith('1000', { score: 1 })
    const run = await test.start()
    const drained = test.drain()
    await gate.reached
    await waitFor({
      event: 'the deferred record',
      look: async () => (await test.findRecord()).waiting !== null,
    })

    await test.editing.close()
    gate.open()
    await drained

    expect(await test.findRun(run)).toMatchObject({
      counts: { deferred: 0, fetched: 2, unchanged: 1, updated: 1 },
    })
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1 })
  })

  it('should outlive the worker that met it', async () => {
    const test = await createOpenTest({ pageSize: 1 })
    const gate = createGate()
    let pages = 0
    test.moments.onPage = async ({ page }) => {
      pages += 1
      if (pages === 2) {
        await gate.stand()
      }
      return page
    }
    test.provider.answerWith('1000', { score: 1 })
    const run = await test.start()
    const stopped = new AbortController()
    const drained = test.drain(stopped.signal)
    await gate.reached
    await waitFor({
      event: 'the deferred record',
      look: async () => (await test.findRecord()).waiting !== null,
    })
    stopped.abort()
    gate.open()
    await drained
    expect(await test.findRun(run)).toMatchObject({ counts: { deferred: 1 }, status: 'queued' })

    await test.editing.close()
    await test.drain()

    expect(await test.findRun(run)).toMatchObject({
      counts: { deferred: 0, fetched: 2, unchanged: 1, updated: 1 },
      status: 'completed',
    })
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1 })
  })

  it('should give way to a newer one, and to no older one', async () => {
    const test = await createOpenTest()
    const gate = createGate()
    test.moments.onPage = async ({ mode, page }) => {
      if (mode === 'full') {
        await gate.stand()
      }
      return page
    }
    test.provider.answerWith('1000', { score: 1 })
    await test.start('full')
    const drained = test.drain()
    await gate.reached
    test.provider.answerWith('1000', { score: 2 })
    const live = await test.start('live')
    await waitFor({
      event: 'the end of the live run',
      look: async () => (await test.findRun(live)).finishedAt !== null,
    })
    expect(await test.findRun(live)).toMatchObject({ counts: { deferred: 1 } })
    gate.open()
    await drained

    expect(await test.findRecord()).toMatchObject({ waiting: { document: { homeScore: 2 } } })
    await test.editing.close()
    listNothing(test)
    await test.sync('live')
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 2 })
  })

  it('should be forgotten when the provider takes it back', async () => {
    const test = await createOpenTest()
    test.provider.answerWith('1000', { score: 1 })
    await test.sync()
    test.provider.answerWith('1000', { score: 0 })
    expect(await test.sync()).toMatchObject({ counts: { deferred: 0, unchanged: 2 } })

    await test.editing.close()
    listNothing(test)
    await test.sync('live')

    expect(await test.findRecord()).toMatchObject({ waiting: null })
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 0 })
  })

  it('should become an issue when it is refused, once', async () => {
    const test = await createOpenTest()
    test.provider.answerWith('1000', { score: 1 })
    await test.sync()
    await test.editing.close()
    test.moments.beforeWrite = () => {
      throw new Error('No scores on Sundays.')
    }
    listNothing(test)

    expect(await test.sync('live')).toMatchObject({ counts: { invalid: 1 }, status: 'partial' })
    expect(await test.find('syncIssues')).toMatchObject([{ externalId: '1000', kind: 'write' }])
    expect(await test.sync('live')).toMatchObject({ counts: { fetched: 0 }, status: 'completed' })

    test.moments.beforeWrite = () => undefined
    test.moments.onPage = ({ page }) => page
    expect(await test.sync()).toMatchObject({ counts: { unchanged: 1, updated: 1 } })
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1 })
  })

  it('should become an issue when its field cannot take it any more', async () => {
    const test = await createOpenTest()
    test.provider.answerWith('1000', { score: 1 })
    await test.sync()
    await test.editing.close()
    await test.query(
      `update sync_records set waiting = jsonb_set(waiting, '{document,homeScore}', '"5"')
       where waiting is not null`,
    )
    listNothing(test)

    expect(await test.sync('live')).toMatchObject({ counts: { invalid: 1, updated: 0 } })

    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 0 })
    expect(await test.findRecord()).toMatchObject({ waiting: null })
    expect(await test.find('syncIssues')).toMatchObject([{ externalId: '1000', kind: 'invalid' }])
  })

  it('should not prove that its record is there while later runs lack it', async () => {
    const test = await createOpenTest({ options: { absence: { after: 1 } } })
    for (let id = 1002; id < 1012; id += 1) {
      test.provider.answerWith(String(id), { name: `Game ${id}` })
    }
    test.provider.answerWith('1000', { score: 1 })
    await test.sync()
    const { seenRun } = await test.findRecord()
    await test.query(
      `insert into sync_issues (provider, resource, external_id, kind, status, message)
       values ('test', 'games', '1000', 'stale', 'open', 'It is old.')`,
    )
    test.moments.onPage = ({ mode, page }) => ({
      records:
        mode === 'full'
          ? page.records.filter((record) => (record as { id: string }).id !== '1000')
          : [],
    })
    await test.sync()
    const absent = { absences: 1, seenRun, waiting: { document: { homeScore: 1 } } }
    expect(await test.findRecord()).toMatchObject(absent)

    await test.editing.close()
    await test.sync('live')

    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1 })
    expect(await test.findRecord()).toMatchObject({ absences: 1, seenRun, waiting: null })
    const issues = await test.find('syncIssues')
    const open = issues.filter(
      ({ externalId, status }) => externalId === '1000' && status === 'open',
    )
    expect(open.map(({ kind }) => kind).sort()).toEqual(['missing', 'stale'])
  })

  it('should be merged with what the editor saved before it was closed', async () => {
    const test = await createOpenTest()
    test.provider.answerWith('1000', { name: 'New name', score: 1 })
    await test.sync()
    const { id } = await test.findMatch('1000')
    // Payload takes the lock away when its owner saves.
    await test.payload.update({
      id,
      collection: testSlugs.matches,
      data: { homeScore: 7 },
      overrideAccess: false,
      overrideLock: false,
      user: await test.getEditor(),
    })
    expect(await test.countLocks()).toBe(0)
    listNothing(test)
    await test.sync('live')

    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 7, title: 'New name' })
    expect(await test.find('syncIssues')).toMatchObject([{ externalId: '1000', kind: 'conflict' }])
  })
})

describe('a refresh of an open document', () => {
  it('should say that it waits, and be stored when it is asked for again', async () => {
    const test = await createOpenTest()
    test.provider.answerWith('1000', { score: 1 })

    expect(await refreshRecord({ ...GAME, payload: test.payload })).toEqual({
      conflicts: 0,
      message:
        'Somebody has the document open, so it was not written. What the provider says is kept, ' +
        'and stored by the next sync after the document was closed.',
      outcome: 'deferred',
    })
    expect(await test.countLocks()).toBe(1)

    await test.editing.close()
    expect(await refreshRecord({ ...GAME, payload: test.payload })).toEqual({
      conflicts: 0,
      outcome: 'updated',
    })
    expect(await test.findRecord()).toMatchObject({ waiting: null })
  })

  it('should be stored for whoever has it open', async () => {
    const test = await createOpenTest()
    test.provider.answerWith('1000', { score: 1 })
    const { id } = await test.getEditor()
    const refreshFor = (person: { collection: string; id: number | string }) =>
      refreshRecord({ ...GAME, payload: test.payload, person })

    expect(await refreshFor({ id: 99, collection: 'users' })).toMatchObject({ outcome: 'deferred' })
    expect(await refreshFor({ id, collection: 'users' })).toMatchObject({ outcome: 'updated' })
    expect(await test.findMatch('1000')).toMatchObject({ homeScore: 1 })
    expect(await test.findRecord()).toMatchObject({ waiting: null })
  })
})
