import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { JsonObject } from '../../src/shared/json.js'

import { defineProvider, defineResource } from '../../src/sdk/index.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'
import { untilBlockedOrDone } from './untilBlockedOrDone.js'

/** A synced collection of the project's own, with a field and a group in two languages. */
const createLanguageTest = async () => {
  let record: JsonObject = { id: '1', name: 'Game', city: 'Bern' }
  let isHeld = false
  let open = (): void => undefined
  let reached = (): void => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const provider = defineProvider({
    name: 'own',
    http: { baseUrl: 'http://127.0.0.1:9' },
    resources: {
      things: defineResource({
        collection: 'things',
        externalId: ({ id }) => id,
        fetchPage: () => Promise.resolve({ records: [record] }),
        map: ({ name, city }) => ({ name, place: { city } }),
        schema: z.looseObject({ id: z.string(), name: z.string(), city: z.string() }),
        scopes: { full: () => [{ key: 'all', label: 'All', params: {} }] },
      }),
    },
  })
  const { payload } = await createTestProject({
    config: {
      collections: [
        { slug: 'users', auth: true, fields: [] },
        {
          slug: 'things',
          fields: [
            { name: 'name', type: 'text', localized: true },
            {
              name: 'place',
              type: 'group',
              fields: [{ name: 'city', type: 'text', localized: true }],
            },
            { name: 'note', type: 'text' },
          ],
          hooks: {
            afterChange: [
              async ({ context, doc }) => {
                if (context.sync && isHeld) {
                  reached()
                  await opened
                }
                return doc as JsonObject
              },
            ],
          },
        },
      ],
      localization: { defaultLocale: 'en', locales: ['en', 'de'] },
    },
    options: { providers: [provider] },
  })
  onTestFinished(() => payload.destroy())
  const sync = async (): Promise<void> => {
    await startRun({
      initiatedBy: null,
      mode: 'full',
      payload,
      provider: 'own',
      resource: 'things',
      trigger: 'api',
    })
    await drainSync({ payload })
  }
  await sync()
  const { docs } = await payload.find({ collection: 'things' })
  const { id } = docs[0]!

  return {
    id,
    /** Begins a sync that has written this, and does not commit it before it is told to. */
    holdWith: async (next: JsonObject): Promise<() => Promise<void>> => {
      record = { ...record, ...next }
      isHeld = true
      let run = Promise.resolve()
      await new Promise<void>((resolve) => {
        reached = resolve
        run = sync()
      })
      return async () => {
        isHeld = false
        open()
        await run
      }
    },
    payload,
    read: () => payload.findByID({ id, collection: 'things', locale: 'all' }),
    sync,
  }
}

it.each([
  ['a transaction', false],
  ['no transaction', true],
])('should keep the languages that a save in %s is not about', async (_name, isLoose) => {
  const { id, holdWith, payload, read, sync } = await createLanguageTest()
  const release = await holdWith({ name: 'New name', city: 'Basel' })
  const saving = payload.update({
    id,
    collection: 'things',
    data: { name: 'Spiel', place: { city: 'Stadt' } },
    disableTransaction: isLoose,
    locale: 'de',
  })
  await untilBlockedOrDone({ payload, save: saving })

  await release()
  await saving

  expect(await read()).toMatchObject({
    name: { de: 'Spiel', en: 'New name' },
    place: { city: { de: 'Stadt', en: 'Basel' } },
  })
  await sync()
  expect(await read()).toMatchObject({ name: { de: 'Spiel', en: 'New name' } })
})

it('should bring nothing back with a form of another language', async () => {
  const { id, holdWith, payload, read } = await createLanguageTest()
  const opened = await payload.findByID({ id, collection: 'things', locale: 'de' })
  await (
    await holdWith({ name: 'New name', city: 'Basel' })
  )()

  await payload.update({
    id,
    collection: 'things',
    data: { ...opened, name: 'Spiel', note: 'A note' },
    locale: 'de',
  })

  expect(await read()).toMatchObject({
    name: { de: 'Spiel', en: 'New name' },
    note: 'A note',
    place: { city: { en: 'Basel' } },
  })
})
