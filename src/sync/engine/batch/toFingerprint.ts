import type { JsonObject } from '../../../shared/json.js'
import type { Targets } from '../../store/records/lookAtRecords.js'
import type { Shape } from '../merge/readShape.js'
import type { Job } from './Job.js'
import type { PreparedRecord } from './prepareRecords.js'

import { hash } from '../../../shared/hash.js'
import { describeShape } from '../merge/describeShape.js'
import { listGivenOnce } from '../merge/findUngiven.js'
import { toTargetKey } from '../write/targets.js'

type ToFingerprintArgs = {
  job: Pick<Job, 'collection' | 'shape'>
  /** Documents of what it points to. */
  known: Targets
  record: PreparedRecord
}

/**
 * A text that is equal while nothing has changed that decides what a record's document should hold:
 * what the provider says, the mapping's version, the collection, the fields it has for what is
 * said, the fields that a hook fills once, and the documents that the references lead to.
 */
export const toFingerprint = ({
  job: { collection, shape },
  known,
  record: { document, hash: said, references },
}: ToFingerprintArgs): string =>
  hash({
    collection,
    fields: describeFields({ document, shape }),
    // Whoever has none keeps the texts that were made before there were any.
    ...(listGivenOnce(shape).length > 0 && { given: listGivenOnce(shape) }),
    said,
    targets: Object.fromEntries(
      references.map((reference) => [
        toTargetKey(reference),
        known.get(reference.resource)?.get(reference.externalId)?.documentId ?? null,
      ]),
    ),
  })

/** Descriptions by the keys of a document: records of one resource have much the same. */
const described = new WeakMap<Shape, Map<string, string>>()

/** The fields of the collection that a document speaks of. Others are nothing to it. */
const describeFields = ({ document, shape }: { document: JsonObject; shape: Shape }): string => {
  const ofShape = described.get(shape) ?? new Map<string, string>()
  described.set(shape, ofShape)
  const keys = Object.keys(document)
  // No key has that sign: a document that can be stored has none.
  const name = keys.join('\0')
  const before = ofShape.get(name)
  if (before !== undefined) {
    return before
  }
  const spokenOf = new Set(keys)
  const description = hash(
    describeShape({ shape }).filter(([path]) => spokenOf.has(path.split('.', 1)[0]!)),
  )
  ofShape.set(name, description)
  return description
}
