import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { library } from '../../sdk/content/library.fixture.js'
import { defineProvider, defineResource } from '../../sdk/index.js'
import { en } from './languages/en.js'
import { mergeTranslations } from './mergeTranslations.js'
import { toNames } from './toNames.js'
import { translations } from './translations.js'

const find = (merged: ReturnType<typeof mergeTranslations>, language: string) =>
  (merged.translations as Record<string, unknown>)[language]

describe('mergeTranslations', () => {
  it('should add every language of the plugin when the project says nothing', () => {
    const merged = mergeTranslations({ i18n: undefined, kits: [] })

    expect(merged.translations).toMatchObject(translations)
  })

  it('should let a text of the project win and keep the others', () => {
    const merged = mergeTranslations({
      i18n: {
        translations: {
          en: { general: { mine: 'Mine' }, pluginSync: { view: { title: 'Feeds' } } },
        } as never,
      },
      kits: [],
    })

    expect(find(merged, 'en')).toMatchObject({
      general: { mine: 'Mine' },
      pluginSync: { view: { syncNow: en.pluginSync.view.syncNow, title: 'Feeds' } },
    })
  })

  it('should show English in a language the plugin does not speak', () => {
    const merged = mergeTranslations({
      i18n: { supportedLanguages: { pl: {} as never } },
      kits: [],
    })

    expect(find(merged, 'pl')).toEqual({ pluginSync: { ...en.pluginSync, kits: {}, names: {} } })
  })

  it('should name providers, quotas and resources, unless the project does', () => {
    const provider = defineProvider({
      name: 'library',
      content: library,
      label: 'City Library',
      quotaLabels: { day: 'Requests per day' },
      resources: {
        books: defineResource({
          collection: 'books',
          externalId: () => '1',
          fetchPage: () => Promise.resolve({ records: [] }),
          label: { de: 'Bücher', en: 'Books' },
          map: () => ({}),
          schema: z.unknown(),
          scopes: { full: () => [] },
        }),
      },
    })
    const merged = mergeTranslations({
      i18n: {
        translations: { en: { pluginSync: { names: { library: { label: 'Ours' } } } } } as never,
      },
      kits: [library],
      providers: [provider],
    })
    const namesIn = (language: string) => {
      const translations = find(merged, language) as object
      return toNames({ t: (key) => String(key), translations })
    }

    const work = { provider: 'library', resource: 'books' }
    expect(namesIn('de').work(work)).toBe('City Library · Bücher')
    expect(namesIn('fr').work(work)).toBe('City Library · Books')
    expect(namesIn('en').work(work)).toBe('Ours · Books')
    expect(namesIn('uk').quota({ name: 'day', provider: 'library' })).toBe('Requests per day')
  })

  it('should add the texts of a kit, in English where the kit has none', () => {
    const merged = mergeTranslations({ i18n: undefined, kits: [library] })

    expect(find(merged, 'de')).toMatchObject({
      pluginSync: { kits: { library: { fields: { name: 'Name', title: 'Titel' } } } },
    })
    expect(find(merged, 'fr')).toMatchObject({
      pluginSync: { kits: { library: { fields: { title: 'Title' } } } },
    })
  })

  it('should let a text the project has beside those of the plugin win in every kit', () => {
    const merged = mergeTranslations({
      i18n: {
        translations: {
          de: { pluginSync: { fields: { genre: 'Genre' } } },
          en: { pluginSync: { options: { genre: { novel: 'Fiction' } } } },
        } as never,
      },
      kits: [library],
    })

    expect(find(merged, 'de')).toMatchObject({
      pluginSync: { kits: { library: { fields: { genre: 'Genre', title: 'Titel' } } } },
    })
    expect(find(merged, 'en')).toMatchObject({
      pluginSync: {
        kits: { library: { options: { genre: { novel: 'Fiction', other: 'Other' } } } },
      },
    })
  })

  it('should let a text the project has for one kit win over everything', () => {
    const merged = mergeTranslations({
      i18n: {
        translations: {
          en: {
            pluginSync: {
              fields: { title: 'For all kits' },
              kits: { library: { fields: { title: 'For this one' } } },
            },
          },
        } as never,
      },
      kits: [library],
    })

    expect(find(merged, 'en')).toMatchObject({
      pluginSync: { kits: { library: { fields: { title: 'For this one' } } } },
    })
  })

  it('should leave the other options of the project alone', () => {
    expect(mergeTranslations({ i18n: { fallbackLanguage: 'de' }, kits: [] }).fallbackLanguage).toBe(
      'de',
    )
  })
})
