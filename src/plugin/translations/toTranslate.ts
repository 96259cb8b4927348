import type { Translate } from './TranslationKey.js'

/** Payload's own `t`, whose type knows only the texts of Payload. */
type PayloadTranslate = (key: never, values?: Record<string, unknown>) => string

/** Narrows Payload's `t` to the texts of this plugin, on the server and in the browser alike. */
export const toTranslate =
  (t: PayloadTranslate): Translate =>
  (key, values) =>
    t(`pluginSync:${key}` as never, values)
