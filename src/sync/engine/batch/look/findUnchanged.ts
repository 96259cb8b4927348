import type { PayloadRequest } from 'payload'

import type { LookedRecord, Targets } from '../../../store/records/lookAtRecords.js'
import type { Job } from '../Job.js'
import type { PreparedRecord } from '../prepareRecords.js'

import { findRecords } from '../../../store/records/findRecords.js'
import { hasOtherWord } from '../../merge/hasOtherWord.js'
import { toFingerprint } from '../toFingerprint.js'

type FindUnchangedArgs = {
  job: Job
  prepared: readonly PreparedRecord[]
  /** Locked, so that what is known of them stays true. */
  records: ReadonlyMap<string, LookedRecord>
  req: PayloadRequest
  targets: Targets
}

/**
 * The records of which nothing is to be written, because all that decides what their documents hold
 * is as it was. Their hashes tell; what the provider said before is read only where it spells things
 * now one way and now another.
 */
export const findUnchanged = async ({
  job,
  prepared,
  records,
  req,
  targets,
}: FindUnchangedArgs): Promise<ReadonlySet<PreparedRecord>> => {
  const alike = prepared.filter((record) => {
    const known = records.get(record.externalId)
    return (
      known !== undefined &&
      known.hasDocument &&
      known.hash !== null &&
      !known.missingAction &&
      known.hash === toFingerprint({ job, known: targets, record })
    )
  })
  const { collections, database, provider, resource, resourceName, shape } = job
  if (resource.unsteadyFields.length === 0 || alike.length === 0) {
    return new Set(alike)
  }
  const ids = new Map([[resourceName, new Set(alike.map(({ externalId }) => externalId))]])
  const found = await findRecords({ collections, database, ids, provider: provider.name, req })
  const own = found.get(resourceName)
  return new Set(
    alike.filter(({ document, externalId }) => {
      const base = own?.get(externalId)?.base
      return base !== undefined && !hasOtherWord({ base, document, resource, shape })
    }),
  )
}
