import type { LabelFunction } from 'payload'

import type { TranslationKey } from './TranslationKey.js'

import { toTranslate } from './toTranslate.js'

/**
 * A label of a collection, field or option. It is looked up when it is shown, so that a text the
 * project put in `i18n.translations` wins.
 */
export const label =
  (key: TranslationKey): LabelFunction =>
  ({ t }) =>
    toTranslate(t)(key)
