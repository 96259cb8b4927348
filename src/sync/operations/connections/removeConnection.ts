import type { PayloadRequest } from 'payload'

import type { ConnectionName } from '../../store/connections/sealValues.js'

import { getSync } from '../../engine/Sync.js'
import { forgetAuth } from '../../store/auth/forgetAuth.js'
import { removeFiles } from '../../store/files/writeFile.js'
import { inTransaction } from '../../store/inTransaction.js'
import { resolveIssues } from '../../store/issues/resolveIssues.js'
import { NO_RESOURCE } from '../../store/issues/SyncIssue.js'
import { withoutTombstones } from '../../store/records/deleted/withoutTombstones.js'
import { findOnlySeenBy, forgetSightings } from '../../store/records/sightings/forgetSightings.js'
import { stopConnection } from './stopConnection.js'

/** What becomes of the documents that no other connection sees. */
export const RECORDS_CHOICES = ['keep', 'delete'] as const

export type RecordsChoice = (typeof RECORDS_CHOICES)[number]

type RemoveConnectionArgs = {
  records: RecordsChoice
  req: PayloadRequest
} & ConnectionName

/**
 * Lets go of a connection that is about to be deleted: cancels its runs, forgets its tokens and
 * what it sees, deletes its schedules, closes the issue about itself, and deletes the documents that only
 * it saw where that was asked for.
 */
export const removeConnection = async ({
  connection,
  provider,
  records,
  req,
}: RemoveConnectionArgs): Promise<void> => {
  const { clock, database } = getSync(req.payload)
  await stopConnection({ connection, provider, req })
  const remove = async (within: PayloadRequest): Promise<void> => {
    const args = { connection, database, provider, req: within }
    const own = records === 'delete' ? await findOnlySeenBy(args) : []
    for (const { collection, documentId } of own) {
      if (req.payload.collections[collection]) {
        // Trashed or gone already is as good.
        await withoutTombstones(within, () =>
          req.payload.delete({
            collection,
            depth: 0,
            req: within,
            where: { id: { equals: documentId } },
          }),
        )
      }
    }
    // Nobody could see them any more, and they would fire for ever.
    await req.payload.delete({
      collection: database.slugs.syncSchedules,
      depth: 0,
      req: within,
      where: { connection: { equals: connection }, provider: { equals: provider } },
    })
    await forgetSightings(args)
    await forgetAuth(args)
    await removeFiles({ database, filter: { connection, provider }, req: within })
    await resolveIssues({
      database,
      externalIds: [connection],
      kinds: ['connection'],
      now: clock.now(),
      provider,
      req: within,
      resource: NO_RESOURCE,
    })
  }
  await ((await req.transactionID) === undefined
    ? inTransaction({ database, work: remove })
    : remove(req))
}
