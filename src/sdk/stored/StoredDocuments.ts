/** A field's value is one of these, or a moment from here to there; all that is given must hold. */
export type FieldCondition = {
  from?: Date
  in?: readonly (boolean | number | string)[]
  to?: Date
}

/** Which documents are looked for. */
export type DocumentsExistArgs = {
  /** A document that meets every condition of one of these is enough. */
  anyOf: readonly Readonly<Record<string, FieldCondition>>[]
  resource: string
}

/** Looks at the documents that a provider's records became, as editors left them. */
export type StoredDocuments = {
  /** Whether there is such a document. One query; ask for fields that have an index. */
  exists: (args: DocumentsExistArgs) => Promise<boolean>
}
