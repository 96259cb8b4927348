import type { Run } from '../../run/Run.js'
import type { Sync } from '../Sync.js'

import { dispatchNext } from '../../queue/dispatchNext.js'
import { enqueueTask } from '../../queue/enqueueTask.js'
import { inTransaction } from '../../store/inTransaction.js'

type LeaveUnknownArgs = { run: Run; sync: Sync }

/**
 * Gives the task of a run back whose resource or connection this process does not know, for one that does, as in
 * a rolling deployment. Those behind it in its line do not wait for that.
 */
export const leaveUnknown = async ({ run, sync }: LeaveUnknownArgs): Promise<void> => {
  const { database } = sync
  await inTransaction({
    database,
    work: async (req) => {
      await dispatchNext({ line: run, req, sync })
      await enqueueTask({ ...run, database, delayMs: 0, req })
    },
  })
}

/** How soon it is tried again whether there is room for a run. */
const ROOM_WAIT_MS = 1000

/** Gives the task of a run back for which there is no room now: as many are at work as may be. */
export const waitForRoom = async ({ run, sync: { database } }: LeaveUnknownArgs): Promise<void> => {
  await inTransaction({
    database,
    work: (req) => enqueueTask({ ...run, database, delayMs: ROOM_WAIT_MS, req }),
  })
}
