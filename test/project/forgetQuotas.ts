import type { Payload } from 'payload'

import { getAdapter } from '../../src/sync/store/Database.js'

/**
 * Forgets what is known of quotas. They are counted by the time of the database, which does not move
 * when a test moves the clock of its provider.
 */
export const forgetQuotas = async ({ payload }: { payload: Payload }): Promise<void> => {
  await getAdapter(payload).pool.query('delete from sync_quotas')
}
