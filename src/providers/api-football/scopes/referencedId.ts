import { isReference } from '../../../sdk/index.js'

/** The external id a stored document points to; stored references are plain ids or references. */
export const referencedId = (value: unknown): number | undefined => {
  const id = isReference(value) ? value.externalId : value
  return typeof id === 'string' || typeof id === 'number' ? Number(id) : undefined
}
