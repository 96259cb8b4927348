import type { Step } from './Step.js'

import { serveSync } from '../../sync/runtime/serveSync.js'

/** Starts the workers of a serving process, after the project's own onInit. */
export const addOnInit: Step = ({ config, options: { providers } }) => ({
  ...config,
  onInit: async (payload) => {
    await config.onInit?.(payload)
    for (const { label, problems } of providers) {
      for (const problem of problems) {
        payload.logger.error({ msg: `${label} cannot be synced: ${problem}` })
      }
    }
    try {
      await serveSync({ payload })
    } catch (error) {
      // The CMS is worth more than its sync: routes and views try again.
      payload.logger.error({ err: error, msg: 'The sync workers could not be started.' })
    }
  },
})
