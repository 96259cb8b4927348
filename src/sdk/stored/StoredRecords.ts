/** A record of this provider as it was last mapped, whatever editors did to the document since. */
export type StoredRecord<TDocument = Record<string, unknown>> = {
  document: TDocument
  externalId: string
}

/** Which stored records are looked for. */
export type FindStoredArgs = {
  /** Only records whose externalId sorts behind this one: the way to page. */
  after?: string
  /** Only records that no run has seen since this moment. */
  lastSeenBefore?: Date
  /** @default all of them */
  limit?: number
  resource: string
  /** Only records whose top-level field holds one of these values. */
  where?: Record<string, readonly (boolean | number | string)[]>
}

/** Reads what earlier runs stored of this provider, ordered by externalId (as text). */
export type StoredRecords = {
  find: <TDocument = Record<string, unknown>>(
    args: FindStoredArgs,
  ) => Promise<StoredRecord<TDocument>[]>
}
