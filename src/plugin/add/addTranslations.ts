import type { Step } from './Step.js'

import { mergeTranslations } from '../translations/index.js'

/** Every language's texts; the project's own win. */
export const addTranslations: Step = ({ config }) => ({
  ...config,
  i18n: mergeTranslations({ i18n: config.i18n }),
})
