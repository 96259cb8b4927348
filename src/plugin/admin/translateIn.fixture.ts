import { t } from '@payloadcms/translations'

import type { Translate } from '../translations/index.js'

import { toTranslate, translations } from '../translations/index.js'

/** The plugin's texts in one language, looked up the way Payload looks them up. */
export const translateIn = (language: keyof typeof translations): Translate =>
  toTranslate((key: string, vars) => t({ key, translations: translations[language], vars }))
