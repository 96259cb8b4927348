import type { PayloadRequest } from 'payload'

import type { JsonObject } from '../../../../shared/json.js'
import type { Initiator } from '../../../run/Run.js'

import { getSync, hasSync } from '../../../engine/Sync.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { resolveIssues } from '../../../store/issues/resolveIssues.js'
import { markDeleted } from '../../../store/records/deleted/markDeleted.js'
import { isOwnDeletion } from '../../../store/records/deleted/withoutTombstones.js'
import { lockRecordsOf } from '../../../store/records/saves/lockRecordsOf.js'

type NoteDeletionArgs = {
  /** Slug. */
  collection: string
  documentId: number | string
  req: PayloadRequest
}

/**
 * Notes that a person is about to delete a document, so that it stays away, and closes what was open
 * about it. That it stays away is not noted where the resource says that such documents are created
 * again, and nothing is while the plugin is off.
 */
export const noteDeletion = async ({
  collection,
  documentId,
  req,
}: NoteDeletionArgs): Promise<void> => {
  if (!hasSync(req.payload) || isOwnDeletion(req)) {
    return
  }
  const { database } = getSync(req.payload)
  const by = req.user ? { id: req.user.id, collection: req.user.collection } : null
  const work = (within: PayloadRequest): Promise<void> =>
    note({ by, collection, documentId, req: within })
  await ((await req.transactionID) ? work(req) : inTransaction({ database, work }))
}

type NoteArgs = { by: Initiator | null } & NoteDeletionArgs

const note = async ({ by, collection, documentId, req }: NoteArgs): Promise<void> => {
  const { clock, database, providers, rulesOf } = getSync(req.payload)
  const records = await lockRecordsOf({ collection, database, documentIds: [documentId], req })
  const kept = records.filter(
    (record) =>
      providers.get(record.provider)?.resources.has(record.resource) &&
      rulesOf(record).onLocalDelete === 'keepAway',
  )
  const now = clock.now()
  for (const { externalId, provider, resource } of records) {
    const kinds = ['conflict', 'missing', 'stale'] as const
    await resolveIssues({
      database,
      externalIds: [externalId],
      kinds,
      now,
      provider,
      req,
      resource,
    })
  }
  if (kept.length === 0) {
    return
  }
  const document = await req.payload.db.findOne<{ id: number | string } & JsonObject>({
    collection,
    req,
    where: { id: { equals: documentId } },
  })
  const ids = kept.map(({ id }) => id)
  await markDeleted({ by, database, ids, kept: document ?? {}, now, req })
}
