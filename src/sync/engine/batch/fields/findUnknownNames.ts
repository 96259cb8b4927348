import type { JsonObject } from '../../../../shared/json.js'
import type { Sync } from '../../Sync.js'
import type { Job } from '../Job.js'

import { unflatten } from '../../merge/flatten.js'
import { toJob } from '../toJob.js'
import { findStrays } from './findStrays.js'

/** Names of fields in the rules of a resource that its collection does not have. */
export type UnknownNames = {
  /** Slug. */
  collection: string
  fields: string[]
  provider: string
  resource: string
  /** Where they stand: `fieldPolicies`. */
  setting: string
}

/**
 * What the rules of resources, and what resources say of their own fields, name although no
 * collection has it. Nothing comes of it, and it is probably misspelled. A field that a project
 * dropped from a collection of the kit is not meant.
 */
export const findUnknownNames = (sync: Sync): UnknownNames[] =>
  [...sync.providers.values()].flatMap((provider) =>
    [...provider.resources.keys()].flatMap((resourceName) => {
      const job = toJob({ provider, resourceName, runId: null, sync })
      return Object.entries(listNames(job)).flatMap(([setting, names]) => {
        const document = unflatten(new Map(names.map((name) => [name, null]))) as JsonObject
        const fields = findStrays({ document, job })
        const { collection } = job
        return fields.length > 0
          ? [{ collection, fields, provider: provider.name, resource: resourceName, setting }]
          : []
      })
    }),
  )

const listNames = ({
  resource: { contestedFields, rowId, unsteadyFields },
  rules: { fieldPolicies, mergeTogether },
}: Pick<Job, 'resource' | 'rules'>): Record<string, readonly string[]> => ({
  contestedFields,
  fieldPolicies: Object.keys(fieldPolicies),
  mergeTogether: mergeTogether.flat(),
  rowId: Object.keys(rowId),
  unsteadyFields,
})
