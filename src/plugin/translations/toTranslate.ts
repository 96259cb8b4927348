import type { Translate } from './TranslationKey.js'

import { NAMESPACE } from '../../sdk/content/createLabels.js'

/** Payload's own `t`, whose type knows only the texts of Payload. */
type PayloadTranslate = (key: never, values?: Record<string, unknown>) => string

/** Narrows Payload's `t` to the texts of this plugin, on the server and in the browser alike. */
export const toTranslate =
  (t: PayloadTranslate): Translate =>
  (key, values) =>
    t(`${NAMESPACE}:${key}` as never, values)
