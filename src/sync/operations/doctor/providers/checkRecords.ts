import type { Check, Finding } from '../Check.js'

import { countStrays } from '../../../store/documents/countStrays.js'
import { ok, warning } from '../Check.js'

/** Whether the documents and what is remembered of them belong together. */
export const checkRecords: Check = {
  name: 'records',
  look: async ({ database, providers, slugOf }) => {
    const findings: Finding[] = []
    for (const provider of providers.values()) {
      const filled = new Map<string, string[]>()
      for (const [name, { collection: key }] of provider.resources) {
        const collection = slugOf({ collection: key, provider })
        filled.set(collection, [...(filled.get(collection) ?? []), name])
      }
      for (const [collection, resources] of filled) {
        const about = { collection, database, provider: provider.name, resources }
        const { documents, records } = await countStrays(about)
        const commands = resources
          .map((name) => `"payload sync run ${provider.name} ${name} --wait"`)
          .join(', ')
        if (records > 0) {
          findings.push(
            warning({
              advice: `A full sync creates anew what the provider still has: ${commands}.`,
              message: `${collection}: the documents of ${records} records of ${provider.name} are not there.`,
            }),
          )
        }
        if (documents > 0) {
          findings.push(
            warning({
              advice:
                `A full sync takes over those that the provider has: ${commands}. ` +
                'Those that are still named afterwards it does not know; delete them by hand.',
              message: `${collection}: nothing is remembered of ${documents} documents of ${provider.name}.`,
            }),
          )
        }
      }
    }
    return findings.length > 0
      ? findings
      : [ok('Every record has its document, and every document its record.')]
  },
  needs: ['database', 'tables'],
}
