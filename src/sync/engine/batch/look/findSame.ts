import type { PayloadRequest } from 'payload'

import type { LookedRecord } from '../../../store/records/lookAtRecords.js'
import type { Job } from '../Job.js'
import type { PreparedRecord } from '../prepareRecords.js'

import { lookAtRecords } from '../../../store/records/lookAtRecords.js'
import { findUnchanged } from './findUnchanged.js'
import { toReferences } from './lookAtBatch.js'

type FindSameArgs = {
  job: Job
  locked: ReadonlyMap<string, LookedRecord>
  prepared: readonly PreparedRecord[]
  req: PayloadRequest
}

/** As `findUnchanged`, of records of which nobody has asked yet what they point to. */
export const findSame = async ({
  job,
  locked,
  prepared,
  req,
}: FindSameArgs): Promise<ReadonlySet<PreparedRecord>> => {
  const { collections, database, provider, resourceName: resource } = job
  const { targets } = await lookAtRecords({
    collections,
    database,
    externalIds: prepared.map(({ externalId }) => externalId),
    provider: provider.name,
    references: toReferences(prepared),
    req,
    resource,
  })
  return await findUnchanged({ job, prepared, records: locked, req, targets })
}
