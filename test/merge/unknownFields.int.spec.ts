import { expect, it } from 'vitest'

import { diagnose } from '../../src/sync/operations/doctor/diagnose.js'
import { createSyncTest } from '../project/createSyncTest.js'
import { createMergeTest } from './createMergeTest.js'

it('should tell what is mapped and not in the collection, once in the log and in the doctor', async () => {
  let key = 'sumary'
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'summary', type: 'text' },
        { name: 'tracks', type: 'array', fields: [{ name: 'name', type: 'text' }] },
      ],
    },
    map: ({ text }) => ({ [key]: text, tracks: [{ name: 'a', prise: 1 }, { prise: 2 }] }),
  })
  const look = async () => {
    const { findings } = await diagnose({ payload: test.payload })
    return findings.filter(({ check }) => check === 'fields')
  }
  test.answer([
    { id: '1', text: 'one' },
    { id: '2', text: 'two' },
  ])
  await test.sync()
  await test.sync()

  expect(test.logged().match(/"field":"sumary"/g)).toHaveLength(1)
  expect(test.logged().match(/"field":"tracks.prise"/g)).toHaveLength(1)
  expect(await look()).toMatchObject([
    { level: 'warning', message: expect.stringContaining('maps sumary, tracks.prise, which') },
  ])

  key = 'summary'
  await test.sync()

  expect(await test.find()).toMatchObject([{ summary: 'one' }, { summary: 'two' }])
  expect(await look()).toMatchObject([{ message: expect.not.stringContaining('sumary') }])
})

it('should say nothing of a field that a project dropped from a collection of the kit', async () => {
  const test = await createSyncTest({
    options: {
      collections: {
        matches: {
          overrides: (collection) => ({
            ...collection,
            fields: collection.fields.map((field) =>
              field.type === 'tabs'
                ? {
                    ...field,
                    tabs: field.tabs.map((tab) => ({
                      ...tab,
                      fields: tab.fields.filter(
                        (each) => !('name' in each && each.name === 'venue'),
                      ),
                    })),
                  }
                : field,
            ),
          }),
        },
      },
    },
    records: [{ id: '1', name: 'Game', city: 'Paisley', stadium: 'Ground' }],
  })
  await test.sync()

  expect(await test.findMatches()).toMatchObject([{ title: 'Game' }])
  expect((await test.findMatches())[0]).not.toHaveProperty('venue')
  expect(test.logged()).not.toContain('does not have')
})

it('should tell of names in rules that the collection does not have, in the doctor and at the start', async () => {
  const test = await createMergeTest({
    collection: {
      fields: [
        { name: 'summary', type: 'text' },
        { name: 'venue', type: 'group', fields: [{ name: 'city', type: 'text' }] },
        { name: 'tracks', type: 'array', fields: [{ name: 'name', type: 'text' }] },
      ],
    },
    options: {
      resources: {
        'own.shows': {
          fieldPolicies: { sumary: 'ask', summary: 'ask', venue: 'ask', 'venue.town': 'ask' },
          mergeTogether: [['summary', 'venue.city']],
        },
      },
    },
    resource: { rowId: { track: 'name', tracks: 'name' } },
  })

  const { findings } = await diagnose({ payload: test.payload })

  expect(findings.filter(({ check }) => check === 'fields')).toMatchObject([
    { message: expect.stringContaining('"fieldPolicies" of own shows names sumary, venue.town,') },
    { message: expect.stringContaining('"rowId" of own shows names track,') },
  ])
  const told = test
    .logged()
    .split('\n')
    .filter((line) => line.includes('Nothing comes of it.'))
    .map((line) => JSON.parse(line) as { fields: string[] })
  expect(told.map(({ fields }) => fields)).toEqual([['sumary', 'venue.town'], ['track']])
})
