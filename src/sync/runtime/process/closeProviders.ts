import type { Payload } from 'payload'

import { describeError } from '../../../shared/errors/index.js'
import { getSync } from '../../engine/Sync.js'

/** Has every provider let go of what it holds open in this process. Never fails: one that does is logged. */
export const closeProviders = async (payload: Payload): Promise<void> => {
  await Promise.all(
    [...getSync(payload).providers.values()].map(async ({ name, close }) => {
      try {
        await close?.()
      } catch (error) {
        payload.logger.warn({
          msg: `The provider "${name}" could not let go of what it holds open: ${describeError(error)}`,
        })
      }
    }),
  )
}
