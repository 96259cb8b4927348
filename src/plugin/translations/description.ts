import type { EntityDescriptionFunction } from 'payload'

import type { TranslationKey } from './TranslationKey.js'

import { toTranslate } from './toTranslate.js'

/** The text under the heading of a collection, looked up when it is shown. */
export const description =
  (key: TranslationKey): EntityDescriptionFunction =>
  ({ t }) =>
    toTranslate(t)(key)
