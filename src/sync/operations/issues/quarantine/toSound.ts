import type { JsonObject } from '../../../../shared/json.js'
import type { Job } from '../../../engine/batch/Job.js'
import type { QuarantinedIssue } from './findQuarantined.js'

import { flatten, unflatten, type Values } from '../../../engine/merge/flatten.js'
import { toMisfits } from '../../../engine/write/refusal/toMisfits.js'

type ToSoundArgs = {
  issue: Pick<QuarantinedIssue, 'details' | 'mapped'>
  job: Job
  /** What a person says in the place of what the provider does. */
  mended: Values
}

type Sound = {
  /** What the provider said, without what was refused, mended, or what a field cannot take. */
  said: JsonObject
  /** What it said of the fields that were mended. */
  spoken: Values
}

/** What of a record that could not be stored can be. */
export const toSound = ({ issue: { details, mapped }, job, mended }: ToSoundArgs): Sound => {
  const { shape } = job
  const document = mapped ?? {}
  const misfits = toMisfits({ document, job, shape })
  const bad = [...(details?.problems ?? []), ...misfits].map(({ path }) => path)
  // A list with a row that is wrong is left out as a whole.
  const isBad = (path: string): boolean =>
    bad.some(
      (other) => other === path || other.startsWith(`${path}.`) || path.startsWith(`${other}.`),
    )
  const values = [...flatten({ document, shape })]
  return {
    said: unflatten(
      new Map(values.filter(([path]) => !isBad(path) && !mended.has(path))),
    ) as JsonObject,
    spoken: new Map(values.filter(([path]) => mended.has(path))),
  }
}
