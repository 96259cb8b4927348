import type { Check } from '../Check.js'

import { findUnknownNames } from '../../../engine/batch/fields/findUnknownNames.js'
import { findUnknown } from '../../../store/records/unknown/findUnknown.js'
import { ok, warning } from '../Check.js'

/**
 * Whether a resource maps a field that its collection does not have, or rules name one: it is
 * probably misspelled.
 */
export const checkFields: Check = {
  name: 'fields',
  look: async (sync) => {
    const { database, providers, slugOf } = sync
    const unknown = await findUnknown(database)
    const mapped = unknown.flatMap(({ fields, provider: name, resource: resourceName }) => {
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
    const named = findUnknownNames(sync).map(
      ({ collection, fields, provider, resource, setting }) =>
        warning({
          advice: 'Correct the name, or add the field to the collection.',
          message:
            `"${setting}" of ${provider} ${resource} names ${fields.join(', ')}, which the ` +
            `collection "${collection}" does not have. Nothing comes of it.`,
        }),
    )
    const findings = [...mapped, ...named]
    return findings.length > 0
      ? findings
      : [ok('Every field that a resource maps or names is in its collection.')]
  },
  needs: ['database', 'tables'],
}
