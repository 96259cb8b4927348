import type { PayloadRequest } from 'payload'

import type { SyncIssue } from '../../store/issues/SyncIssue.js'
import type { Job } from './Job.js'
import type { PreparedRecord } from './prepareRecords.js'

import { findKnown } from './linkReferences.js'

type FindRemarksArgs = { job: Job; prepared: readonly PreparedRecord[]; req: PayloadRequest }

/** What the resource has to say of records becomes issues of a kind of their own. */
export const findRemarks = async ({
  job,
  prepared,
  req,
}: FindRemarksArgs): Promise<SyncIssue[]> => {
  const remarked = prepared.filter(({ remark }) => remark !== undefined)
  if (remarked.length === 0) {
    return []
  }
  const ofThem = remarked.map((record) => ({ ...record, references: [] }))
  const known = (await findKnown({ job, prepared: ofThem, req })).get(job.resourceName)
  return remarked.map(({ externalId, remark = '' }) => ({
    details: {},
    documentId: known?.get(externalId)?.documentId ?? null,
    externalId,
    kind: 'stale',
    message: remark,
  }))
}
