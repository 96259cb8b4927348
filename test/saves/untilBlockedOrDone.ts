import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import { getSync } from '../../src/sync/engine/Sync.js'
import { waitFor } from '../project/waitFor.js'

type UntilBlockedOrDoneArgs = { payload: Payload; save: Promise<unknown> }

/** Settles when a statement waits for somebody else's lock, or `save` has ended. */
export const untilBlockedOrDone = async ({
  payload,
  save,
}: UntilBlockedOrDoneArgs): Promise<void> => {
  let isDone = false
  const noteDone = (): void => {
    isDone = true
  }
  save.then(noteDone, noteDone)
  const { database } = getSync(payload)
  await waitFor({
    event: 'a save that waits for a batch',
    look: async () => {
      const session = await database.session()
      const { rows } = await session.execute(sql`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and state = 'active'`)
      return isDone || rows.length > 0
    },
  })
}
