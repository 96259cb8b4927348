import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import type { RestTest } from '../rest/createRestTest.js'

import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { testSlugs } from '../project/testSlugs.js'
import { createRestTest } from '../rest/createRestTest.js'

const MATCHES = testSlugs.matches

type Match = { id: number | string; updatedAt: string } & Record<string, unknown>
type Conflict = { details: { conflicts: unknown[] } }
type Counts = Record<string, number>

let rest: RestTest

beforeEach(async () => {
  rest = await createRestTest({
    isWhole: true,
    records: [
      {
        id: '1000',
        name: 'Game',
        city: 'City',
        home: { id: 'h1', name: 'Home' },
        kickOff: '2026-05-01T12:00:00.000Z',
        score: 0,
        stadium: 'Stadium',
      },
    ],
  })
  onTestFinished(() => rest.close())
  await sync()
})

const sync = async (): Promise<Counts> => {
  const { body } = await rest.trigger({ mode: 'full', provider: 'test', resource: 'games' })
  await drainSync({ payload: rest.payload })
  const { id } = (body as { runs: { id: number | string }[] }).runs[0]!
  const run = await rest.payload.findByID({ id, collection: testSlugs.syncLogs })
  return (run as unknown as { counts: Counts }).counts
}

/** The document as the admin's form or a client reads it. */
const read = async (depth = 0): Promise<Match> => {
  const { docs } = await rest.payload.find({ collection: MATCHES, depth })
  return docs[0] as unknown as Match
}

const patch = async (id: Match['id'], body: Record<string, unknown>): Promise<void> => {
  const { status } = await rest.ask({ body, method: 'PATCH', path: `/${MATCHES}/${id}` })
  expect(status).toBe(200)
}

const findConflicts = async () => {
  const { docs } = await rest.payload.find({
    collection: testSlugs.syncIssues,
    where: { kind: { equals: 'conflict' }, status: { equals: 'open' } },
  })
  return docs.flatMap((issue) => (issue as unknown as Conflict).details.conflicts)
}

const NEWS = {
  home: { id: 'h2', name: 'Another home' },
  kickOff: '2026-05-02T15:00:00.000Z',
  score: 1,
  stadium: 'New stadium',
}

const expectNews = (match: Match): void => {
  expect(match).toMatchObject({
    homeScore: 1,
    homeTeam: { externalId: 'h2' },
    startsAt: '2026-05-02T15:00:00.000Z',
    venue: { name: 'New stadium', city: 'City' },
  })
}

/** What is sent of a document that was read, and what was typed into it. */
const FORMS: [string, (read: Match) => Record<string, unknown>, number][] = [
  ['as it was read', (match) => match, 0],
  ['with the documents it points to', (match) => match, 1],
  [
    'with its date in another time zone',
    (match) => ({ ...match, startsAt: '2026-05-01T14:00:00+02:00' }),
    0,
  ],
  [
    'without the moment it was read',
    ({ id: _i, createdAt: _c, updatedAt: _u, ...form }) => form,
    0,
  ],
]

describe.each(FORMS)('a whole document, %s', (_name, toForm, depth) => {
  it('should bring nothing back that a sync has replaced since', async () => {
    const opened = await read(depth)
    rest.provider.answerWith('1000', NEWS)
    await sync()

    await patch(opened.id, { ...toForm(opened), round: 'A note' })

    const saved = await read(1)
    expectNews(saved)
    expect(saved.round).toBe('A note')
    expect(await sync()).toMatchObject({ conflicts: 0, updated: 0 })
    expect(await findConflicts()).toEqual([])
    rest.provider.answerWith('1000', { score: 2 })
    expect(await sync()).toMatchObject({ conflicts: 0, updated: 1 })
  })
})

it('should hold for the Local API, and for each of several syncs', async () => {
  const opened = await read()
  for (const score of [1, 2, 3]) {
    rest.provider.answerWith('1000', { score })
    await sync()
    await rest.payload.update({
      id: opened.id,
      collection: MATCHES,
      data: { stage: `At ${score}` },
    })
  }

  await rest.payload.update({
    id: opened.id,
    collection: MATCHES,
    data: { ...opened, round: 'A note' },
  })

  expect(await read()).toMatchObject({ homeScore: 3, round: 'A note' })
})

it('should keep what a person changed in a form, and tell at the next sync that both did', async () => {
  const opened = await read()
  rest.provider.answerWith('1000', { ...NEWS, city: 'New city' })
  await sync()

  await patch(opened.id, {
    ...opened,
    homeScore: 5,
    venue: { ...(opened.venue as object), city: null },
  })
  const counts = await sync()

  expect(await read(1)).toMatchObject({
    homeScore: 5,
    homeTeam: { externalId: 'h2' },
    startsAt: '2026-05-02T15:00:00.000Z',
    venue: { name: 'New stadium', city: null },
  })
  expect(counts).toMatchObject({ conflicts: 1, updated: 0 })
  expect(await findConflicts()).toMatchObject([
    { base: 0, current: 5, field: 'homeScore', incoming: 1 },
    { base: 'City', current: null, field: 'venue.city', incoming: 'New city' },
  ])
})

it('should take what is set back on purpose: in a newer form, or as a single field', async () => {
  rest.provider.answerWith('1000', NEWS)
  await sync()
  const opened = await read()

  await patch(opened.id, { ...opened, homeScore: 0 })
  expect(await read()).toMatchObject({ homeScore: 0 })
  await patch(opened.id, { homeScore: 1, startsAt: '2026-05-01T12:00:00.000Z' })

  expect(await read(1)).toMatchObject({ homeScore: 1, startsAt: '2026-05-01T12:00:00.000Z' })
  expect(await sync()).toMatchObject({ conflicts: 0, updated: 0 })
})

it('should leave alone what nobody syncs', async () => {
  const opened = await read()
  const data = { ...opened, round: 'First' }
  await patch(opened.id, { round: 'Second' })

  await patch(opened.id, data)

  expect(await read()).toMatchObject({ round: 'First' })
})
