import type { Job } from '../Job.js'
import type { PreparedRecord } from '../prepareRecords.js'

import { findStrays } from './findStrays.js'

/** What this process has told already, by provider and resource. */
const told = new Map<string, Set<string>>()

/** A `map` that makes up keys is told of this often. */
const MOST_FIELDS = 50

type WarnOfUnknownFieldsArgs = {
  job: Pick<Job, 'collection' | 'payload' | 'provider' | 'resource' | 'resourceName' | 'shape'>
  /** What may be written. */
  prepared: readonly PreparedRecord[]
}

/**
 * Tells of fields that a resource maps and its collection does not have, each once in the life of a
 * process. They are left out. `payload sync doctor` tells of them too.
 */
export const warnOfUnknownFields = ({ job, prepared }: WarnOfUnknownFieldsArgs): void => {
  const { collection, payload, provider, resourceName } = job
  const source = `${provider.name}/${resourceName}`
  const known = told.get(source) ?? new Set()
  told.set(source, known)
  for (const { document } of prepared) {
    for (const field of findStrays({ document, job })) {
      if (!known.has(field) && known.size < MOST_FIELDS) {
        known.add(field)
        payload.logger.warn({
          collection,
          field,
          msg: 'A resource maps a field that its collection does not have. It is left out.',
          provider: provider.name,
          resource: resourceName,
        })
      }
    }
  }
}
