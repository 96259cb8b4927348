import type { Step } from './Step.js'

import { listProblems } from '../../sdk/connections/listProblems.js'
import { listReadyConnections } from '../../sdk/connections/listReadyConnections.js'
import { findUnknownNames } from '../../sync/engine/batch/fields/findUnknownNames.js'
import { getSync } from '../../sync/engine/Sync.js'
import { serveSync } from '../../sync/runtime/serveSync.js'

/** Starts the workers of a serving process, after the project's own onInit. */
export const addOnInit: Step = ({ config, options: { providers } }) => ({
  ...config,
  onInit: async (payload) => {
    await config.onInit?.(payload)
    if (providers.length === 0) {
      payload.logger.warn({
        msg: 'syncPlugin has no providers, so that nothing is synced: give it one, as in providers: [library()].',
      })
    }
    for (const provider of providers) {
      const extent = listReadyConnections(provider).length > 0 ? ' with every connection' : ''
      for (const problem of listProblems(provider)) {
        payload.logger.error({ msg: `${provider.label} cannot be synced${extent}: ${problem}` })
      }
    }
    try {
      for (const { setting, ...names } of findUnknownNames(getSync(payload))) {
        payload.logger.warn({
          ...names,
          msg: `"${setting}" names a field that the collection does not have. Nothing comes of it.`,
        })
      }
      await serveSync({ payload })
    } catch (error) {
      // The CMS is worth more than its sync: routes and views try again.
      payload.logger.error({ err: error, msg: 'The sync workers could not be started.' })
    }
  },
})
