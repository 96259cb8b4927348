import type { Check } from '../Check.js'

import { describeWrites, type WritePath } from '../../../engine/direct/describeWrites.js'
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
        const why = reasons.length > 0 ? ` (${reasons.slice(0, MOST_REASONS).join('; ')})` : ''
        told.add(`${collection}: ${WORDS[path]}${why}.`)
      }
    }
    return [...told].map(ok)
  },
  needs: ['database', 'tables'],
}

const WORDS: Readonly<Record<WritePath['path'], string>> = {
  direct: 'written a batch at a time',
  joined: "written a batch at a time, by Payload's own operations",
  plain: 'written one by one',
}

const MOST_REASONS = 3
