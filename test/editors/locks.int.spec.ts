import type { CollectionConfig, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'
import { describe, expect, it } from 'vitest'

import type { MergeTest } from '../merge/createMergeTest.js'

import { getSync } from '../../src/index.js'
import { createMergeTest } from '../merge/createMergeTest.js'

const SHOW = { externalId: '1', provider: 'own', resource: 'shows' }

const SAID = {
  id: '1',
  away: 0,
  home: 0,
  teaser: 'said 1',
  title: 'said 1',
  tracks: [
    { name: 'One', no: 'A' },
    { name: 'Two', no: 'B' },
  ],
  venue: { name: 'Hall', city: 'Town' },
}

const collection: Omit<CollectionConfig, 'slug'> = {
  access: { update: ({ req }) => req.user?.email === 'editor@example.com' },
  fields: [
    { name: 'title', type: 'text' },
    { name: 'teaser', type: 'text', access: { update: () => false } },
    { name: 'home', type: 'number' },
    { name: 'away', type: 'number' },
    {
      name: 'venue',
      type: 'group',
      fields: [
        { name: 'name', type: 'text' },
        { name: 'city', type: 'text' },
      ],
    },
    {
      name: 'tracks',
      type: 'array',
      fields: [
        { name: 'no', type: 'text' },
        { name: 'name', type: 'text' },
        { name: 'note', type: 'text' },
      ],
    },
  ],
  hooks: {
    afterChange: [
      ({ context, req }) => {
        savedBy.push(context.sync ? 'sync' : (req.user?.email ?? 'nobody'))
      },
    ],
  },
}

/** Who saved, in order. */
const savedBy: string[] = []

const open = async (): Promise<
  { req: PayloadRequest; say: (news: object) => Promise<void> } & MergeTest
> => {
  const test = await createMergeTest({
    collection,
    resource: { mergeTogether: [['home', 'away']], rowId: { tracks: 'no' } },
  })
  const say = async (news: object) => {
    test.answer([{ ...SAID, ...news }])
    await test.sync()
  }
  await say({})
  const req = await createLocalReq({ user: test.asEditor.user }, test.payload)
  return { ...test, req, say }
}

const edit = async ({ asEditor, find, payload }: MergeTest, data: object) => {
  const [show] = await find()
  const who = { ...asEditor, overrideAccess: true }
  await payload.update({ id: show!.id, collection: 'shows', ...who, data })
}

const findOpen = async ({ findIssues }: MergeTest) =>
  (await findIssues()).filter(({ status }) => status === 'open')

describe('a locked field', () => {
  it('should not be written until it is unlocked, and follow its provider after that', async () => {
    const test = await open()
    const { req, say } = test
    const sync = getSync(test.payload)
    await edit(test, { venue: { name: 'My hall', city: 'Town' } })

    const locks = await sync.lock({ ...SHOW, fields: ['title', 'home', 'venue.name'], req })
    // Fields that are one are locked together.
    expect(Object.keys(locks).sort()).toEqual(['away', 'home', 'title', 'venue.name'])
    const { id } = test.asEditor.user
    expect(locks.title).toMatchObject({ before: 'said 1', by: { id, collection: 'users' } })
    const news = {
      away: 1,
      teaser: 'said 2',
      title: 'said 2',
      venue: { name: 'Big hall', city: 'City' },
    }
    await say(news)
    const held = { away: 0, home: 0, teaser: 'said 2', title: 'said 1' }
    expect(await test.find()).toMatchObject([{ ...held, venue: { name: 'My hall', city: 'City' } }])
    expect(await findOpen(test)).toEqual([])
    expect(await sync.record(SHOW)).toMatchObject({
      conflicts: [],
      locks: expect.arrayContaining([
        expect.objectContaining({ field: 'title', said: 'said 2' }),
        expect.objectContaining({ field: 'away', said: 1 }),
      ]),
    })
    await say(news)

    // Nobody edited the title; the name was edited before it was locked.
    expect(
      Object.keys(await sync.unlock({ ...SHOW, fields: ['title', 'venue.name'], req })),
    ).toEqual(['away', 'home'])
    expect(await test.find()).toMatchObject([
      { ...held, title: 'said 2', venue: { name: 'My hall', city: 'City' } },
    ])
    expect(await findOpen(test)).toMatchObject([
      {
        details: { conflicts: [{ current: 'My hall', field: 'venue.name', incoming: 'Big hall' }] },
        kind: 'conflict',
      },
    ])
    expect(await sync.unlock({ ...SHOW, fields: ['away'], req })).toEqual({})
    expect(await test.find()).toMatchObject([{ away: 1, home: 0 }])
    await say(news)
    expect(await test.find()).toMatchObject([{ away: 1, home: 0, title: 'said 2' }])
    await say({ ...news, title: 'said 3' })
    expect(await test.find()).toMatchObject([{ title: 'said 3' }])
  })

  it('should be one that there is, of a document that the person may change', async () => {
    const test = await open()
    const sync = getSync(test.payload)
    const stranger = await createLocalReq(
      { user: { ...test.asEditor.user, email: 'other@example.com' } as never },
      test.payload,
    )

    for (const field of ['nothing', 'externalId', 'updatedAt']) {
      await expect(sync.lock({ ...SHOW, fields: [field] })).rejects.toMatchObject({
        code: 'UNKNOWN_FIELD',
      })
    }
    const of = { ...SHOW, fields: ['title'] }
    await expect(sync.lock({ ...of, externalId: '2' })).rejects.toMatchObject({
      code: 'UNKNOWN_RECORD',
    })
    await expect(sync.lock({ ...of, req: stranger })).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    const decide = { ...SHOW, decision: 'theirs', req: stranger } as const
    await expect(sync.decide(decide)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('a conflict', () => {
  it('should be decided each way, in the name of who decides', async () => {
    const test = await open()
    const { req, say } = test
    const sync = getSync(test.payload)
    await edit(test, {
      home: 7,
      title: 'mine',
      tracks: [
        { name: 'Mine', no: 'A', note: 'kept' },
        { name: 'Mine too', no: 'B' },
      ],
      venue: { name: 'My hall', city: 'My town' },
    })
    const tracks = [
      { name: 'Eins', no: 'A' },
      { name: 'Zwei', no: 'B' },
    ]
    const news = { away: 1, title: 'said 2', tracks, venue: { name: 'Big hall', city: 'City' } }
    await say(news)
    expect((await findOpen(test))[0]).toMatchObject({
      message: expect.stringContaining(
        'title, home, away, venue.name, venue.city, tracks.A.name, tracks.B.name',
      ),
    })
    savedBy.length = 0

    const theirs = { ...SHOW, decision: 'theirs', req } as const
    const decided = await sync.decide({
      ...theirs,
      fields: ['home', 'venue.city', 'tracks.A.name'],
    })
    expect(decided.sort()).toEqual(['away', 'home', 'tracks.A.name', 'venue.city'])
    expect(savedBy).toEqual(['editor@example.com'])
    expect(await test.find()).toMatchObject([
      {
        away: 1,
        home: 0,
        title: 'mine',
        tracks: [
          { name: 'Eins', no: 'A', note: 'kept' },
          { name: 'Mine too', no: 'B' },
        ],
        venue: { name: 'My hall', city: 'City' },
      },
    ])

    await sync.decide({ ...SHOW, decision: 'mine', fields: ['title'], req })
    await sync.decide({ ...SHOW, decision: 'lock', fields: ['venue.name'], req })
    const [issue] = await findOpen(test)
    expect(issue).toMatchObject({ details: { conflicts: [{ field: 'tracks.B.name' }] } })
    expect(await sync.decide({ ...SHOW, decision: 'mine', req })).toEqual(['tracks.B.name'])
    expect(await findOpen(test)).toEqual([])
    expect(savedBy).toEqual(['editor@example.com'])
    await say(news)
    expect(await findOpen(test)).toEqual([])

    // What was kept is asked again when the provider says something new; what was locked is not.
    await say({ ...news, title: 'said 3', venue: { name: 'Bigger hall', city: 'City' } })
    expect(await findOpen(test)).toMatchObject([
      { details: { conflicts: [{ current: 'mine', field: 'title', incoming: 'said 3' }] } },
    ])
    expect(await test.find()).toMatchObject([{ title: 'mine', venue: { name: 'My hall' } }])
  })

  it('should stay where the person may not write the field', async () => {
    const test = await open()
    const { req, say } = test
    await edit(test, { teaser: 'mine' })
    await say({ teaser: 'said 2' })

    await expect(
      getSync(test.payload).decide({ ...SHOW, decision: 'theirs', req }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await findOpen(test)).toHaveLength(1)
    expect(await test.find()).toMatchObject([{ teaser: 'mine' }])

    // Code of the project may.
    await getSync(test.payload).decide({ ...SHOW, decision: 'theirs' })
    expect(await test.find()).toMatchObject([{ teaser: 'said 2' }])
    expect(await findOpen(test)).toEqual([])
  })
})
