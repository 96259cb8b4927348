/** What a sync may do to a document. No sync removes one yet. */
export const CHANGE_OPERATIONS = ['created', 'updated', 'removed'] as const

export type ChangeOperation = (typeof CHANGE_OPERATIONS)[number]

/** What a sync did to one document. */
export type RecordChange = {
  /** Slug of the collection, as this project calls it. */
  collection: string
  /** Paths of the fields that were written, such as `title` or `venue.name`, sorted. */
  fields: string[]
  /** Of the document. */
  id: number | string
  operation: ChangeOperation
}
