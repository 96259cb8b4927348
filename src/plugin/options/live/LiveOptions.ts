import type { Where } from 'payload'

/** Which documents of a collection visitors are told of. */
export type LiveWhere = ((args: { now: Date }) => Where) | Where

/** A collection that visitors of a site may follow. */
export type LiveCollectionOptions = {
  /** Its key, as in `collections`; or the slug of a collection of the project's own. */
  collection: string
  /** How deep relationships are populated. @default 1 */
  depth?: number
  /**
   * The most documents, 1 to 1000. Each visitor who begins is sent all of them.
   *
   * @default 100
   */
  limit?: number
  /** The field to sort by. @default the collection's own order */
  sort?: string
  /** Which documents: a condition, or a function of `{ now }`. @default all of them */
  where?: LiveWhere
}

/** What visitors of a site may follow, without signing in. */
export type LiveOptions = {
  /** Names, or objects that say more. Visitors must be allowed to read them. */
  collections: readonly (LiveCollectionOptions | string)[]
  /**
   * How often a process looks while somebody watches, in milliseconds, 100 or more.
   *
   * @default 1000
   */
  intervalMs?: number
  /**
   * How many visitors one process serves at once. More are told to come back.
   *
   * @default 1000
   */
  maxStreams?: number
}
