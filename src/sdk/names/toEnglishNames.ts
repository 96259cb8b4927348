import type { Provider } from '../Provider.js'

import { labelResource } from './labelResource.js'
import { createNames, type Names } from './Names.js'
import { toWords } from './toWords.js'

/** Names for the command line, for logs and for what is stored. */
export const toEnglishNames = (providers: ReadonlyMap<string, Provider>): Names =>
  createNames({
    ofMode: toWords,
    ofProvider: (name) => providers.get(name)?.label,
    ofQuota: ({ name, provider }) => providers.get(provider)?.quotaLabels[name],
    ofResource: ({ provider: name, resource }) => {
      const provider = providers.get(name)
      return provider?.resources.has(resource) ? labelResource({ provider, resource }) : undefined
    },
  })
