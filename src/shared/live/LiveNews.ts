/** A document as a visitor may see it. */
export type LiveDocument = { id: number | string; updatedAt?: string }

/** What a live stream tells of a collection. */
export type LiveNews<TDocument extends LiveDocument = LiveDocument> = {
  /** What is new or different; everything there is, in order, where `isWhole`. */
  changed: TDocument[]
  /** Ids of documents that a visitor may not see any more. */
  gone: TDocument['id'][]
  /** Whether `changed` is everything, as it is for those who begin. */
  isWhole: boolean
  /** What does not belong to the stream any more, as it is now. */
  left: TDocument[]
}
