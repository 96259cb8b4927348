import type { PayloadRequest } from 'payload'

import type { Run } from '../../run/Run.js'
import type { Sync } from '../Sync.js'

import { addEvent } from '../../store/events/addEvent.js'
import { findListeners } from '../../store/events/findListeners.js'
import { findRun } from '../../store/runs/read/findRun.js'
import { toRunStream } from './changes.js'

type TellRunEndArgs = { req: PayloadRequest; runId: Run['id']; sync: Sync }

/** Writes that a run has ended, in the transaction that ends it. Call it when the row says so. */
export const tellRunEnd = async ({
  req,
  runId,
  sync: { database, subscribers },
}: TellRunEndArgs): Promise<void> => {
  const name = 'run:ended'
  if (findListeners({ name, subscribers }).length === 0) {
    return
  }
  const found = await findRun({ database, req, runId })
  if (found) {
    const { failedScopes: _failedScopes, scopes: _scopes, ...run } = found
    await addEvent({
      database,
      // Only one transaction ends it, until a retry begins it anew.
      event: { name, cause: null, data: { run }, stream: toRunStream(runId) },
      req,
      subscribers,
    })
  }
}
