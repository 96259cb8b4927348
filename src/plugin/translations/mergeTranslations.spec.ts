import { describe, expect, it } from 'vitest'

import { en } from './languages/en.js'
import { mergeTranslations } from './mergeTranslations.js'
import { translations } from './translations.js'

const find = (merged: ReturnType<typeof mergeTranslations>, language: string) =>
  (merged.translations as Record<string, unknown>)[language]

describe('mergeTranslations', () => {
  it('should add every language of the plugin when the project says nothing', () => {
    const merged = mergeTranslations({ i18n: undefined })

    expect(merged.translations).toMatchObject(translations)
  })

  it('should let a text of the project win and keep the others', () => {
    const merged = mergeTranslations({
      i18n: {
        translations: {
          en: { general: { mine: 'Mine' }, pluginSync: { view: { title: 'Feeds' } } },
        } as never,
      },
    })

    expect(find(merged, 'en')).toMatchObject({
      general: { mine: 'Mine' },
      pluginSync: { view: { syncNow: en.pluginSync.view.syncNow, title: 'Feeds' } },
    })
  })

  it('should show English in a language the plugin does not speak', () => {
    const merged = mergeTranslations({ i18n: { supportedLanguages: { pl: {} as never } } })

    expect(find(merged, 'pl')).toEqual(en)
  })

  it('should leave the other options of the project alone', () => {
    expect(mergeTranslations({ i18n: { fallbackLanguage: 'de' } }).fallbackLanguage).toBe('de')
  })
})
