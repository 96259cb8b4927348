import type { Check } from '../Check.js'

import { findUnknown } from '../../../store/records/unknown/findUnknown.js'
import { ok, warning } from '../Check.js'

/** Whether a resource maps a field that its collection does not have: it is probably misspelled. */
export const checkFields: Check = {
  name: 'fields',
  look: async ({ database, providers, slugOf }) => {
    const unknown = await findUnknown(database)
    const findings = unknown.flatMap(({ fields, provider: name, resource: resourceName }) => {
      const provider = providers.get(name)
      const resource = provider?.resources.get(resourceName)
      if (!provider || !resource) {
        return []
      }
      const slug = slugOf({ collection: resource.collection, provider })
      return [
        warning({
          advice:
            'Correct the name in "map", or add the field to the collection. The next full run looks ' +
            'at every record again.',
          message:
            `${name} ${resourceName} maps ${fields.join(', ')}, which the collection "${slug}" does ` +
            'not have. It is left out.',
        }),
      ]
    })
    return findings.length > 0
      ? findings
      : [ok('Every field that a resource maps is in its collection.')]
  },
  needs: ['database', 'tables'],
}
