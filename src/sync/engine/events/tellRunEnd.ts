import type { PayloadRequest } from 'payload'

import type { Run } from '../../run/Run.js'
import type { Sync } from '../Sync.js'

import { addEvent } from '../../store/events/addEvent.js'
import { findListeners } from '../../store/events/findListeners.js'
import { findRun } from '../../store/runs/read/findRun.js'
import { toRunStream } from './changes.js'
import { tellRunNotices } from './tellRunNotices.js'

type TellRunEndArgs = { req: PayloadRequest; runId: Run['id']; sync: Sync }

/**
 * Writes that a run has ended, and what people are told of it, in the transaction that ends it. Call
 * it when the row says so, and the state of its resource does not say so yet.
 */
export const tellRunEnd = async ({ req, runId, sync }: TellRunEndArgs): Promise<void> => {
  const { database, notices, subscribers } = sync
  const name = 'run:ended'
  const isListened = findListeners({ name, subscribers }).length > 0
  if (!isListened && notices.channels.size === 0) {
    return
  }
  const found = await findRun({ database, req, runId })
  if (!found) {
    return
  }
  if (isListened) {
    const { failedScopes: _failedScopes, scopes: _scopes, ways: _ways, ...run } = found
    await addEvent({
      database,
      // Only one transaction ends it, until a retry begins it anew.
      event: { name, cause: null, data: { run }, stream: toRunStream(runId) },
      req,
      subscribers,
    })
  }
  await tellRunNotices({ req, run: found, sync })
}
