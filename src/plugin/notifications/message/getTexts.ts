import type { Payload } from 'payload'

import type { Names } from '../../../sdk/names/Names.js'
import type { Notice } from '../../../sync/run/notices/Notice.js'
import type { Slugs } from '../../options/collectionKeys.js'
import type { NotificationText } from '../../options/notifications/NotificationOptions.js'
import type { Translate } from '../../translations/index.js'

import { NAMESPACE } from '../../../sdk/content/createLabels.js'
import { toNames } from '../../translations/index.js'
import { describeNotice } from './describeNotice.js'
import { toLink } from './toLink.js'

type GetTextsArgs = {
  base: string | undefined
  /** @default the project's fallback language */
  language: string | undefined
  notices: readonly Notice[]
  payload: Payload
  slugs: Slugs
}

type Texts = {
  /** What was found for the one that was asked for. */
  language: string
  /** What people call things in that language. */
  names: Names
  t: Translate
  texts: NotificationText[]
}

/** What happened in words, one text for each notice, and what to make more words with. */
export const getTexts = ({
  base,
  language: wanted,
  notices,
  payload,
  slugs,
}: GetTextsArgs): Texts => {
  const { language, names, t } = getWords({ language: wanted, payload })
  return {
    language,
    names,
    t,
    texts: notices.map((notice) => ({
      ...describeNotice({ language, names, notice, t }),
      url: toLink({ base, notice, payload, slugs }),
    })),
  }
}

type GetWordsArgs = Pick<GetTextsArgs, 'language' | 'payload'>

/**
 * The texts of the plugin in one language, outside of any request; also in one that the project's
 * admin panel does not offer. In English where there are none in that language.
 */
export const getWords = ({
  language: wanted,
  payload: {
    config: { i18n },
  },
}: GetWordsArgs): Omit<Texts, 'texts'> => {
  const all = i18n.translations as Readonly<Record<string, Readonly<Record<string, unknown>>>>
  const language =
    [wanted, i18n.fallbackLanguage, 'en'].find(
      (one) => one !== undefined && all[one]?.[NAMESPACE] !== undefined,
    ) ?? 'en'
  const translations = all[language] ?? {}
  const t: Translate = (key, values = {}) =>
    findText({ key, texts: translations[NAMESPACE] }).replace(
      /\{\{(\w+)\}\}/g,
      (_match, name: string) => String(values[name] ?? ''),
    )
  const ofPayload = (key: string): string =>
    t(key.slice(NAMESPACE.length + 1) as Parameters<Translate>[0])
  return { language, names: toNames({ t: ofPayload, translations }), t }
}

const findText = ({ key, texts }: { key: string; texts: unknown }): string => {
  const found = key
    .split(':')
    .reduce<unknown>(
      (group, name) =>
        typeof group === 'object' && group !== null
          ? (group as Record<string, unknown>)[name]
          : undefined,
      texts,
    )
  return typeof found === 'string' ? found : key
}
