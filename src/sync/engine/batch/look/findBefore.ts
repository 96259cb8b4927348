import type { PayloadRequest } from 'payload'

import type { KnownRecords } from '../../write/resolveReference.js'
import type { Job } from '../Job.js'
import type { PreparedRecord } from '../prepareRecords.js'

import { MovedError } from '../../../../shared/errors/index.js'
import { findRecords } from '../../../store/records/findRecords.js'
import { findReferences } from '../../write/findReferences.js'
import { findKnown } from '../linkReferences.js'

type RequireUnrememberedArgs = { externalIds: readonly string[]; job: Job; req: PayloadRequest }

/** A document without a sync record is taken over, unless it was created since we looked. */
export const requireUnremembered = async ({
  externalIds,
  job: { collections, database, provider, resourceName: resource },
  req,
}: RequireUnrememberedArgs): Promise<void> => {
  const ids = new Map([[resource, new Set(externalIds)]])
  const found = await findRecords({ collections, database, ids, provider: provider.name, req })
  if (found.size > 0) {
    throw new MovedError()
  }
}

type FindBaseReferencesArgs = {
  changed: readonly PreparedRecord[]
  job: Job
  known: KnownRecords
  req: PayloadRequest
}

/** Adds to `known` what the records pointed to before, which the merge compares with. */
export const findBaseReferences = async ({
  changed,
  job,
  known,
  req,
}: FindBaseReferencesArgs): Promise<void> => {
  const own = known.get(job.resourceName)
  const before = changed.flatMap(({ externalId }) =>
    findReferences(own?.get(externalId)?.base ?? {}),
  )
  const unknown = before.filter(({ externalId, resource }) => !known.get(resource)?.has(externalId))
  if (unknown.length === 0) {
    return
  }
  const more = await findKnown({
    job,
    prepared: [{ document: {}, externalId: '', hash: '', references: unknown }],
    req,
  })
  for (const [resource, records] of more) {
    known.set(resource, new Map([...(known.get(resource) ?? []), ...records]))
  }
}
