import type { Step } from './Step.js'

import { findKits } from '../options/resolveContent.js'
import { mergeTranslations } from '../translations/index.js'

/** Every language's texts, of the plugin and of the kits; the project's own win. */
export const addTranslations: Step = ({ config, options: { providers } }) => ({
  ...config,
  i18n: mergeTranslations({ i18n: config.i18n, kits: findKits(providers), providers }),
})
