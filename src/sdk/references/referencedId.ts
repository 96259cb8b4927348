import { isReference } from './Reference.js'

/**
 * The external id that a field of a stored record points to, as `StoredRecords` gives it: a
 * reference, or its id alone. `undefined` when it points to nothing.
 */
export const referencedId = (value: unknown): string | undefined => {
  const id = isReference(value) ? value.externalId : value
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}
