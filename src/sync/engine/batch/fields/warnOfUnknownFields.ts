import type { Job } from '../Job.js'
import type { PreparedRecord } from '../prepareRecords.js'

import { findUnknownFields } from '../../merge/findUnknownFields.js'

/** What this process has told already, by provider and resource. */
const told = new Map<string, Set<string>>()

/** A `map` that makes up keys is told of this often. */
const MOST_FIELDS = 50

type WarnOfUnknownFieldsArgs = {
  job: Pick<Job, 'collection' | 'payload' | 'provider' | 'resourceName' | 'shape'>
  prepared: readonly PreparedRecord[]
}

/**
 * Tells of fields that a resource maps and its collection does not have, each once in the life of a
 * process. They are left out: a project may have dropped them, or `map` mistypes them.
 */
export const warnOfUnknownFields = ({
  job: { collection, payload, provider, resourceName, shape },
  prepared,
}: WarnOfUnknownFieldsArgs): void => {
  const source = `${provider.name}/${resourceName}`
  const known = told.get(source) ?? new Set()
  told.set(source, known)
  for (const { document } of prepared) {
    for (const field of findUnknownFields({ document, shape })) {
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
