import type { Payload } from 'payload'

import { getAdapter } from '../../src/sync/store/Database.js'

type MoveQuotasArgs = { ms: number; payload: Payload }

/** Lets time pass for quotas, which are counted by the time of the database. */
export const moveQuotas = async ({ ms, payload }: MoveQuotasArgs): Promise<void> => {
  await getAdapter(payload).pool.query(
    `update sync_quotas set
      resets_at = resets_at - $1::numeric * interval '1 millisecond',
      blocked_until = blocked_until - $1::numeric * interval '1 millisecond'`,
    [ms],
  )
}
