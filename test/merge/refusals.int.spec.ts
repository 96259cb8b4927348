import { expect, it } from 'vitest'

import type { JsonObject, SyncDocument } from '../../src/sdk/index.js'

import { reference } from '../../src/sdk/index.js'
import { createMergeTest } from './createMergeTest.js'

it('should refuse values of another kind by name, also for a draft, and store the others', async () => {
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'title', type: 'text', required: true },
        { name: 'score', type: 'number' },
        { name: 'story', type: 'richText' },
        { name: 'when', type: 'date' },
        { name: 'data', type: 'json' },
        { name: 'image', type: 'upload', relationTo: 'images' },
        { name: 'tracks', type: 'array', fields: [{ name: 'price', type: 'number' }] },
      ],
      versions: { drafts: true },
    },
    others: [{ slug: 'images', fields: [], upload: { disableLocalStorage: true } }],
    resource: { status: 'draft' },
  })
  const good = { data: 'any JSON', title: 'good' }
  test.answer([
    { id: '1', ...good },
    { id: '2', ...good, title: { en: 'an object' } },
    { id: '3', ...good, score: 'three' },
    { id: '4', ...good, story: 'a text' },
    { id: '5', ...good, story: { text: 'an object' } },
    { id: '6', ...good, when: '+012026-01-01T00:00:00.000Z' },
    { id: '7', ...good, image: 'https://example.com/image.png' },
    { id: '8', ...good, tracks: [{ price: 1 }, { price: 'free' }] },
    { id: '9', ...good },
  ])

  const run = await test.sync()

  expect(run).toMatchObject({ counts: { created: 2, invalid: 7 }, status: 'partial' })
  expect((await test.find()).map(({ externalId }) => externalId)).toEqual(['1', '9'])
  const issues = await test.findIssues()
  expect(issues.map(({ externalId, message }) => [externalId, message])).toEqual([
    ['2', expect.stringMatching(/title: It wants text, and was given \{"en":"an object"\}/)],
    ['3', expect.stringMatching(/score: It wants a number, and was given "three"/)],
    ['4', expect.stringMatching(/story: It wants rich text .* given "a text"/)],
    ['5', expect.stringMatching(/story: It wants rich text .* given \{"text":"an object"\}/)],
    ['6', expect.stringMatching(/when: It wants a date .* given "\+012026-01-01/)],
    ['7', expect.stringMatching(/image: It wants .* record of images, .* given "https:/)],
    ['8', expect.stringMatching(/tracks\.1\.price: It wants a number, and was given "free"/)],
  ])
  expect(issues[1]).toMatchObject({
    details: { problems: [{ path: 'score' }] },
    kind: 'invalid',
    status: 'open',
  })
})

it("should tell the field, the value and Payload's reason where the project refuses a record", async () => {
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'title', type: 'text', maxLength: 5 },
        { name: 'kind', type: 'select', options: ['a', 'b'] },
        { name: 'code', type: 'text', unique: true },
        { name: 'studio', type: 'text', required: true },
      ],
    },
  })
  test.answer([
    { id: '1', code: 'x', studio: 's' },
    { id: '2', code: 'x', studio: 's' },
    { id: '3', kind: 'c', studio: 's', title: 'much too long' },
    { id: '4' },
  ])

  await test.sync()

  const [first] = await test.find()
  expect((await test.findIssues()).map(({ kind, message }) => [kind, message])).toEqual([
    [
      'write',
      `The record could not be stored. code: Value must be unique. It was given "x". Document ${first!.id} has it already.`,
    ],
    [
      'write',
      expect.stringMatching(
        /title: This value must be shorter .* It was given "much too long"\. kind: .* given "c"\.$/,
      ),
    ],
    [
      'write',
      'The record could not be stored. studio: This field is required. The provider says nothing of it.',
    ],
  ])
  expect(await test.find()).toHaveLength(1)
})

it('should tell that it is the stub of a record that is refused, and which field of it', async () => {
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'team', type: 'relationship', relationTo: 'teams' },
        { name: 'guest', type: 'relationship', relationTo: 'teams' },
      ],
    },
    map: ({ guest, team }): SyncDocument => ({
      ...(guest
        ? { guest: reference({ externalId: 'g', resource: 'teams', stub: guest as JsonObject }) }
        : {}),
      team: reference({ externalId: 't', resource: 'teams', stub: team as JsonObject }),
    }),
    more: {
      teams: [
        { name: 'slug', type: 'text', unique: true },
        { name: 'city', type: 'text' },
        { name: 'stadium', type: 'text', required: true },
      ],
    },
  })
  test.answer([{ id: '1', team: { name: 'Rangers' } }])
  await test.sync()
  test.answer([{ id: '2', team: { city: ['Glasgow'], stadium: 's' } }])
  await test.sync()
  test.answer([
    { id: '3', guest: { slug: 'same', stadium: 's' }, team: { slug: 'same', stadium: 's' } },
  ])
  await test.sync()

  const messages = (await test.findIssues()).map(({ message }) => message)
  expect(messages).toEqual([
    expect.stringMatching(/teams t, .* the stub .* stadium: This field is required/),
    expect.stringMatching(/teams t, .* the stub .* city: It wants text, .* \["Glasgow"\]/),
    expect.stringMatching(/teams [gt], .* the stub .* slug: Value must be unique. .* "same"/),
  ])
  expect(await test.find({ slug: 'teams' })).toEqual([])
})
