import type { JsonObject } from '../../../../shared/json.js'
import type { Shape } from '../../merge/readShape.js'

import { flatten, unflatten } from '../../merge/flatten.js'

type RememberArgs = {
  base: JsonObject
  /** Paths of `said` that do not count. */
  missing: ReadonlySet<string>
  said: JsonObject
  shape: Shape
}

/**
 * The provider's word so far. A reference that led nowhere is not taken in: what stood there before
 * is what the document still holds, and the reference counts as a change until it leads somewhere.
 */
export const remember = ({ base, missing, said, shape }: RememberArgs): JsonObject => {
  const values = new Map([
    ...flatten({ document: base, shape }),
    ...[...flatten({ document: said, shape })].filter(([path]) => !missing.has(path)),
  ])
  return unflatten(values) as JsonObject
}
