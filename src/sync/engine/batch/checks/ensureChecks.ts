import type { Sync } from '../../Sync.js'

import { completeChecks } from '../../../store/checks/completeChecks.js'

/**
 * Lets every record of the resources that keep checks have one: those of an earlier version have
 * none. Where the tables are not there yet, the log says so and the project starts all the same.
 */
export const ensureChecks = async ({
  database,
  payload,
  providers,
  slugOf,
}: Sync): Promise<void> => {
  for (const provider of providers.values()) {
    for (const [resource, { collection, keepsChecks }] of provider.resources) {
      if (keepsChecks) {
        await completeChecks({
          collection: slugOf({ collection, provider }),
          database,
          provider: provider.name,
          resource,
        }).catch((error: unknown) => {
          payload.logger.warn({ err: error, msg: 'What was checked could not be completed.' })
        })
      }
    }
  }
}
