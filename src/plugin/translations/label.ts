import type { Translations } from './languages/en.js'

import { createLabels, NAMESPACE } from '../../sdk/content/createLabels.js'

/** Labels of the plugin's own collections, fields and options. */
export const { label, toOptions } = createLabels<Translations['pluginSync']>(NAMESPACE)
