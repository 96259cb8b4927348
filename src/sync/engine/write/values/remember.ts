import type { JsonObject } from '../../../../shared/json.js'
import type { Shape } from '../../merge/readShape.js'

import { flatten, unflatten, type Values } from '../../merge/flatten.js'

type RememberArgs = {
  base: JsonObject
  /** Paths of `said` that do not count. */
  missing: ReadonlySet<string>
  said: Values
  shape: Shape
}

/**
 * The provider's word so far. A reference that led nowhere is not taken in: what stood there before
 * is what the document still holds, and the reference counts as a change until it leads somewhere.
 */
export const remember = ({ base, missing, said, shape }: RememberArgs): JsonObject => {
  if (missing.size === 0 && Object.keys(base).length === 0) {
    return unflatten(said) as JsonObject
  }
  const values = flatten({ document: base, shape })
  for (const [path, value] of said) {
    if (!missing.has(path)) {
      values.set(path, value)
    }
  }
  return unflatten(values) as JsonObject
}
