import type { JsonObject } from '../../shared/json.js'

/**
 * Points from a mapped document to a record of another resource of the same provider. The engine
 * puts the document's id in its place.
 */
export type Reference = {
  /** The provider's own id of the record, as text. */
  readonly externalId: string
  readonly kind: 'sync-reference'
  /** The resource whose records it names: `authors`. */
  readonly resource: string
  /**
   * Enough fields to create the record when it was never listed (an author
   * whom no list has). Without it a missing record opens an issue and the field stays empty.
   */
  readonly stub?: JsonObject
}

type ReferenceArgs = Omit<Reference, 'kind'>

/** A reference by the provider's own id. */
export const reference = (args: ReferenceArgs): Reference => ({ kind: 'sync-reference', ...args })

/** Whether a mapped value is a reference. */
export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'sync-reference'
