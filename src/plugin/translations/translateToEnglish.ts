import type { Translate } from './TranslationKey.js'

import { en } from './languages/en.js'

/** A text in English, for commands and logs: they speak no other language. */
export const translateToEnglish: Translate = (key, values = {}) => {
  const found = key
    .split(':')
    .reduce<unknown>(
      (texts, name) => (texts as Readonly<Record<string, unknown>> | undefined)?.[name],
      en.pluginSync,
    )
  const text = typeof found === 'string' ? found : key
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''))
}
