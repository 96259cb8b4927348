import type { Config } from 'payload'

import { deepMergeSimple } from 'payload/shared'

import type { ContentKit, Provider, Texts } from '../../sdk/index.js'
import type { ProviderNames } from './toNames.js'

import { NAMESPACE } from '../../sdk/content/createLabels.js'
import { fillTexts } from '../../sdk/content/Texts.js'
import { labelResource } from '../../sdk/names/labelResource.js'
import { en, type Translations } from './languages/en.js'
import { translations } from './translations.js'

type I18n = NonNullable<Config['i18n']>

type MergeTranslationsArgs = {
  i18n: Config['i18n']
  kits: readonly Pick<ContentKit, 'name' | 'texts'>[]
  /** @default none */
  providers?: readonly Provider[]
}

/**
 * Adds the texts of the plugin and of kits to the project's. A text the project has itself wins:
 * `pluginSync.kits.<kit>.fields.title` for one kit, `pluginSync.fields.title` for all that have
 * this text, and `pluginSync.names` for what providers and their resources are called. A language that the project supports and the plugin or a kit does not gets English,
 * since Payload would show the bare key.
 */
export const mergeTranslations = ({ i18n, kits, providers = [] }: MergeTranslationsArgs): I18n => {
  const given = (i18n?.translations ?? {}) as Readonly<Record<string, Record<string, Texts>>>
  const known: Readonly<Record<string, Translations>> = translations
  const languages = new Set([...Object.keys(i18n?.supportedLanguages ?? {}), ...Object.keys(known)])
  const own = Object.fromEntries(
    [...languages].map((language) => {
      const toTexts = ({ texts }: (typeof kits)[number]): Texts =>
        fillTexts({ complete: texts[language] ?? texts.en, some: given[language]?.[NAMESPACE] })
      const { pluginSync } = known[language] ?? en
      return [
        language,
        {
          pluginSync: {
            ...pluginSync,
            kits: Object.fromEntries(kits.map((kit) => [kit.name, toTexts(kit)])),
            names: Object.fromEntries(
              providers.map((provider) => [provider.name, nameAll({ language, provider })]),
            ),
          },
        },
      ]
    }),
  )

  return { ...i18n, translations: deepMergeSimple(own, given) }
}

type NameAllArgs = { language: string; provider: Provider }

/** What people call a provider, its quotas and its resources, in the shape that `toNames` reads. */
const nameAll = ({ language, provider }: NameAllArgs): ProviderNames => ({
  label: provider.label,
  quotas: { ...provider.quotaLabels },
  resources: Object.fromEntries(
    [...provider.resources.keys()].map((resource) => [
      resource,
      labelResource({ language, provider, resource }),
    ]),
  ),
})
