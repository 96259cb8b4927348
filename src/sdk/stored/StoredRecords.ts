/** A record of this provider as it was last mapped, whatever editors did to the document since. */
export type StoredRecord<TDocument = Record<string, unknown>> = {
  document: TDocument
  externalId: string
  /**
   * Whether nothing that it says was stored yet: it was only made because another record points to
   * it, or it came while somebody had the document open that it takes over.
   */
  isStub?: boolean
  /** When a run last found something new in it, ISO 8601. Absent where none ever did. */
  lastChangedAt?: null | string
}

/** Which stored records are looked for. */
export type FindStoredArgs = {
  /** Only records whose externalId sorts behind this one: the way to page. */
  after?: string
  /** Only records that a run found something new in at this moment or since. */
  changedSince?: Date
  /** Only records with one of these ids. */
  externalIds?: readonly string[]
  /** Only records in which none of these top-level fields was ever said, not even as `null`. */
  lacks?: readonly string[]
  /** Only records that no run has seen since this moment. */
  lastSeenBefore?: Date
  /** @default all of them */
  limit?: number
  /**
   * Only records whose top-level field lies between these, both included. They are compared as
   * text, which is right for moments and days of one form.
   */
  range?: Readonly<Record<string, { from?: string; to?: string }>>
  resource: string
  /**
   * The top-level field to order by as text, with `-` before it for the last ones first. Records
   * without it come last. Not together with `after`.
   *
   * @default the externalId
   */
  sort?: string
  /**
   * Only records whose top-level field holds one of these values, or points to one of these
   * externalIds.
   */
  where?: Record<string, readonly (boolean | number | string)[]>
}

/** Which records are looked for that should be looked at again. */
export type FindDueArgs = {
  /** Those that were last looked at before this moment. */
  checkedBefore: Date
  /** The most of them. */
  limit: number
  /** One that `keepsChecks`. */
  resource: string
}

/** Reads what earlier runs stored of this provider. */
export type StoredRecords = {
  find: <TDocument = Record<string, unknown>>(
    args: FindStoredArgs,
  ) => Promise<StoredRecord<TDocument>[]>
  /**
   * ExternalIds of the records that are pending, that could not be read or stored, or that were not
   * looked at for long: those never looked at first, then those that waited longest. Some of them
   * may not be stored. Empty for a resource that keeps no checks.
   */
  findDue: (args: FindDueArgs) => Promise<string[]>
}
