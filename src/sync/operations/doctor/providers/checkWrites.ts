import type { Check } from '../Check.js'

import { describeWrites } from '../../../engine/direct/describeWrites.js'
import { ok } from '../Check.js'

/** How the documents of each collection are written, which decides how fast. Nothing is wrong. */
export const checkWrites: Check = {
  name: 'writes',
  look: ({ payload, providers, rulesOf, slugOf }) => {
    const told = new Set<string>()
    for (const provider of providers.values()) {
      for (const [resource, { collection: key }] of provider.resources) {
        const collection = slugOf({ collection: key, provider })
        const rules = rulesOf({ provider: provider.name, resource })
        const { path, reasons } = describeWrites({ collection, payload, rules })
        told.add(
          path === 'direct'
            ? `${collection}: written a batch at a time.`
            : `${collection}: written one by one (${reasons.slice(0, MOST_REASONS).join('; ')}).`,
        )
      }
    }
    return [...told].map(ok)
  },
  needs: ['database', 'tables'],
}

const MOST_REASONS = 3
