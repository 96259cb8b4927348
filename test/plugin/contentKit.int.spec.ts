import type { LabelFunction, Payload } from 'payload'

import { t as translate } from '@payloadcms/translations'
import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'

import { library } from '../../src/sdk/content/library.fixture.js'
import { defineProvider, defineResource, reference } from '../../src/sdk/index.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'

const row = z.looseObject({ id: z.string(), title: z.string() })

/** Books, with an author who is never listed and comes as a stub of each. */
const bookList = defineProvider({
  name: 'book-list',
  content: library,
  resources: {
    authors: defineResource({
      collection: 'authors',
      externalId: ({ id }) => id,
      fetchPage: () => Promise.resolve({ records: [] }),
      map: ({ title }) => ({ name: title }),
      schema: row,
      scopes: { full: () => [] },
    }),
    titles: defineResource({
      collection: 'books',
      externalId: ({ id }) => id,
      fetchPage: () => Promise.resolve({ records: [{ id: 'b1', title: 'Emma' }] }),
      map: ({ title }) => ({
        author: reference({ externalId: 'a1', resource: 'authors', stub: { name: 'Austen' } }),
        genre: 'novel',
        title,
      }),
      references: ['authors'],
      schema: row,
      scopes: { full: () => [{ key: 'all', label: 'All books', params: {} }] },
    }),
  },
})

type StartArgs = { translations?: object } & Pick<SyncPluginOptions, 'collections'>

const start = async ({ collections, translations = {} }: StartArgs = {}): Promise<Payload> => {
  const { payload } = await createTestProject({
    config: { i18n: { supportedLanguages: { de, en }, translations } },
    options: { collections, providers: [bookList] },
  })
  onTestFinished(() => payload.destroy())
  return payload
}

const sync = async (payload: Payload): Promise<void> => {
  await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'book-list',
    resource: 'titles',
    trigger: 'api',
  })
  await drainSync({ payload })
}

type ReadLabelsArgs = { language: 'de' | 'en'; payload: Payload; slug: string }

/** What a person reads above the list and over the fields of a collection. */
const readLabels = ({ slug, language, payload }: ReadLabelsArgs): string[] => {
  const texts = payload.config.i18n.translations?.[language]
  const { flattenedFields, labels } = payload.collections[slug]!.config
  return [
    labels.plural,
    // Those of Payload's own fields stand elsewhere.
    ...flattenedFields.flatMap((field) =>
      'label' in field && !/^(?:created|updated)At$/.test(field.name) ? [field.label] : [],
    ),
  ]
    .filter((label) => typeof label === 'function')
    .map((label) =>
      label({
        t: (key: string) => translate({ key, translations: texts as object }),
      } as Parameters<LabelFunction>[0]),
    )
}

// cspell:ignore Externe
describe('a kit of the project', () => {
  it('should bring the collections that its provider fills and those they lead to', async () => {
    const payload = await start()

    expect(Object.keys(payload.collections)).toEqual(expect.arrayContaining(['authors', 'books']))
    expect(Object.keys(payload.collections)).not.toContain('loans')
  })

  it('should be filled by a sync, relations and identity included', async () => {
    const payload = await start()
    await sync(payload)

    const { docs } = await payload.find({ collection: 'books' })
    expect(docs).toMatchObject([
      {
        author: { name: 'Austen', externalId: 'a1', provider: 'book-list' },
        externalId: 'b1',
        genre: 'novel',
        provider: 'book-list',
        title: 'Emma',
      },
    ])
  })

  it('should be filled under the slugs the project gives its collections', async () => {
    const payload = await start({
      collections: { books: { slug: 'volumes' }, 'library.authors': { slug: 'writers' } },
    })
    await sync(payload)

    const { docs } = await payload.find({ collection: 'volumes' })
    expect(docs).toMatchObject([{ author: { name: 'Austen' }, title: 'Emma' }])
    const status = await getStatus({ payload })
    expect(
      status.providers[0]?.resources.map(({ name, collection }) => [name, collection]),
    ).toEqual([
      ['authors', 'writers'],
      ['titles', 'volumes'],
    ])
  })

  it('should be read in the languages it speaks, and in English where it lacks a word', async () => {
    const payload = await start()

    expect(readLabels({ slug: 'books', language: 'en', payload })).toEqual(
      expect.arrayContaining(['Books', 'Title', 'Author', 'Genre', 'Review', 'External id']),
    )
    expect(readLabels({ slug: 'books', language: 'de', payload })).toEqual(
      expect.arrayContaining(['Bücher', 'Titel', 'Autorin', 'Gattung', 'Review', 'Externe ID']),
    )
  })

  it('should be read in the words of the project where it has its own', async () => {
    const payload = await start({
      translations: {
        de: { pluginSync: { kits: { library: { fields: { genre: 'Genre' } } } } },
        en: { pluginSync: { collections: { books: { plural: 'Our books' } } } },
      },
    })

    expect(readLabels({ slug: 'books', language: 'en', payload })).toContain('Our books')
    expect(readLabels({ slug: 'books', language: 'de', payload })).toContain('Genre')
  })
})
