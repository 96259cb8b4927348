import type { Reference } from '../../../../sdk/index.js'
import type { Job } from '../../batch/Job.js'
import type { Values } from '../../merge/flatten.js'
import type { KnownRecords } from '../resolveReference.js'

import { resolveReference } from '../resolveReference.js'

type ResolveDocumentArgs = { job: Job; known: KnownRecords; said: Values }

export type Resolved = {
  /** A reference that led nowhere, by the path of its field. */
  missing: Map<string, Reference>
  values: Values
}

/** The values that were said, with references as document ids, and the fields that found none. */
export const resolveDocument = ({ job, known, said }: ResolveDocumentArgs): Resolved => {
  const resolved: Resolved = { missing: new Map(), values: new Map() }
  for (const [path, value] of said) {
    // The status of a document is its editors'; `Resource.status` is for new ones.
    if (path === '_status') {
      continue
    }
    // Most values: nothing is made for each of them.
    if (typeof value !== 'object' || value === null) {
      resolved.values.set(path, value)
      continue
    }
    const field = job.shape.get(path)
    const found = resolveReference({ field, job, known, value })
    const [reference] = found.missing
    if (reference) {
      resolved.missing.set(path, reference)
    } else {
      resolved.values.set(path, found.value)
    }
  }
  return resolved
}

type WithholdUnitsArgs = {
  /** The fields that were found to lead nowhere. */
  missing: ReadonlyMap<string, Reference>
  values: Values
} & Pick<Job, 'rules'>

/**
 * Fields that are one with a reference that led nowhere wait for it: they are taken out, and named.
 */
export const withholdUnits = ({ missing, rules, values }: WithholdUnitsArgs): Set<string> => {
  const withheld = rules.mergeTogether
    .filter((unit) => unit.some((path) => missing.has(path)))
    .flat()
    .filter((path) => values.has(path))
  withheld.forEach((path) => values.delete(path))
  return new Set(withheld)
}
