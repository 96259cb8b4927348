import type { Config } from 'payload'

import { deepMergeSimple } from 'payload/shared'

import type { Translations } from './languages/en.js'

import { en } from './languages/en.js'
import { translations } from './translations.js'

type I18n = NonNullable<Config['i18n']>

type MergeTranslationsArgs = { i18n: Config['i18n'] }

/**
 * Adds the plugin's texts to the project's. A text the project has itself wins. A language the
 * project supports and the plugin does not gets English, since Payload would show the bare key.
 */
export const mergeTranslations = ({ i18n }: MergeTranslationsArgs): I18n => {
  const languages = Object.keys(i18n?.supportedLanguages ?? {})
  const own: Record<string, Translations> = {
    ...Object.fromEntries(languages.map((language) => [language, en])),
    ...translations,
  }

  return { ...i18n, translations: deepMergeSimple(own, i18n?.translations ?? {}) }
}
