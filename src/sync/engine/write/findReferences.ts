import type { Reference } from '../../../sdk/index.js'

import { isReference } from '../../../sdk/index.js'

/** Every reference inside a mapped or remembered value, at any depth. */
export const findReferences = (value: unknown): Reference[] => {
  if (isReference(value)) {
    return [value]
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(findReferences)
    : []
}
