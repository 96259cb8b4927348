import type { PayloadRequest } from 'payload'

import type { AbsentRecord } from '../../../store/records/absence/countAbsence.js'
import type { Job } from '../Job.js'

import { holdDocuments } from '../../../store/documents/holdDocuments.js'
import { isDocumentOpen } from '../../../store/documents/isDocumentOpen.js'
import { findRecords } from '../../../store/records/findRecords.js'
import { tellChanges } from '../../events/changes.js'
import { findDocuments } from '../../write/findDocuments.js'
import { hasDrafts } from '../../write/findDraft.js'
import { toDocumentId } from '../../write/resolveReference.js'
import { toHookContext } from '../../write/toHookContext.js'
import { isInTrash } from '../../write/values/toReturn.js'
import { hasEditorsWork } from './hasEditorsWork.js'

type RemoveDocumentArgs = { absent: AbsentRecord; job: Job; req: PayloadRequest }

/**
 * - `deleted`, `trashed`, `unpublished`: what was done
 * - `flagged`: nothing, because that is the rule, the collection cannot do it, an editor has worked
 *   on the document, or it is where the rule would put it
 * - `later`: nothing yet, because somebody has the document open
 */
export type Removal = 'deleted' | 'flagged' | 'later' | 'trashed' | 'unpublished'

/** Does to the document of a missing record what the rules of its resource say. */
export const removeDocument = async ({
  absent,
  job,
  req,
}: RemoveDocumentArgs): Promise<Removal> => {
  const { collection, collections, database, payload, provider, resourceName, rules } = job
  const { externalId } = absent
  const config = payload.collections[collection]!.config
  const canDo =
    rules.onMissing === 'delete' ||
    (rules.onMissing === 'trash' && config.trash) ||
    (rules.onMissing === 'unpublish' && hasDrafts({ job }))
  if (!canDo) {
    return 'flagged'
  }
  const ids = new Map([[resourceName, new Set([externalId])]])
  const known = await findRecords({ collections, database, ids, provider: provider.name, req })
  const record = known.get(resourceName)?.get(externalId)
  if (!record) {
    return 'flagged'
  }
  const id = toDocumentId({ id: record.documentId, collection, payload })
  // Who is saving it is waited for, so that what is looked at is what is removed.
  await holdDocuments({ collection, database, ids: [id], req })
  if (await hasEditorsWork({ job, record, req })) {
    return 'flagged'
  }
  const args = { collection, externalIds: [externalId], payload, provider: provider.name, req }
  const document = (await findDocuments(args)).get(externalId)
  const isThere =
    (rules.onMissing === 'trash' && document && isInTrash(document)) ||
    (rules.onMissing === 'unpublish' && document?._status === 'draft')
  // Whoever put it there, it is not a sync's to bring back.
  if (isThere) {
    return 'flagged'
  }
  if (await isDocumentOpen({ id, collection, database, req })) {
    return 'later'
  }
  const write = { id, collection, context: toHookContext(job), depth: 0, req, trash: true }
  switch (rules.onMissing) {
    case 'delete':
      await payload.delete(write)
      return 'deleted'
    case 'trash':
      await payload.update({ ...write, data: { deletedAt: job.clock.now().toISOString() } })
      await tellChanges({ job, req })
      return 'trashed'
    default:
      await payload.update({ ...write, data: { _status: 'draft' } })
      return 'unpublished'
  }
}
