import type { PayloadRequest } from 'payload'

/** One write that a sync is about to do. */
export type BeforeWriteArgs = {
  /** Slug of the collection that is written to. */
  collection: string
  /**
   * What is about to be written, as the Local API takes it. Of an update only the fields that
   * change, with the whole of each group in which one does.
   */
  data: Record<string, unknown>
  /** The provider's id of the record. */
  externalId: string
  operation: 'create' | 'update'
  /** The name of the provider. */
  provider: string
  /** Of the transaction that the batch is stored in; hand it to whatever you ask the database. */
  req: PayloadRequest
}

/**
 * Says what to write instead. An error refuses the record, as one of a hook would.
 *
 * @returns The data; identity stays whatever it says of `provider` and `externalId`
 */
export type BeforeWrite = (
  args: BeforeWriteArgs,
) => Promise<Record<string, unknown>> | Record<string, unknown>
