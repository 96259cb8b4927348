import type { Translations } from './languages/en.js'

import { translations } from './translations.js'

type GroupLabelArgs = { group: keyof Translations['pluginSync']['groups'] }

/**
 * The name of a group in the admin's sidebar. Payload sends it to the browser as it is, where a
 * label function cannot go: so all languages at once. To rename a group, override `admin.group`.
 */
export const groupLabel = ({ group }: GroupLabelArgs): Record<string, string> =>
  Object.fromEntries(
    Object.entries(translations).map(([language, { pluginSync }]) => [
      language,
      pluginSync.groups[group],
    ]),
  )
