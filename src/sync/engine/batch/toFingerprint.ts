import type { JsonObject } from '../../../shared/json.js'
import type { Targets } from '../../store/records/lookAtRecords.js'
import type { Shape } from '../merge/readShape.js'
import type { Job } from './Job.js'
import type { PreparedRecord } from './prepareRecords.js'

import { hash, hashText } from '../../../shared/hash.js'
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
}: ToFingerprintArgs): string => {
  const targets = references.map((reference) => {
    const id = known.get(reference.resource)?.get(reference.externalId)?.documentId
    return `${toTargetKey(reference)} ${id ?? ''}`
  })
  const fields = describeFields({ document, shape })
  // A list and not an object: there is one text for each record of each sync.
  return hashText(
    JSON.stringify([collection, fields, listGivenOnce(shape), said, ...targets.sort()]),
  )
}

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
