import type { PayloadRequest } from 'payload'

import type { SaveArgs } from './SaveArgs.js'

import { getSync, hasSync } from '../../engine/Sync.js'
import { holdDocuments } from '../../store/documents/holdDocuments.js'
import { inTransaction } from '../../store/inTransaction.js'
import { lockRecordsOf } from '../../store/records/saves/lockRecordsOf.js'
import { findTargets } from './findTargets.js'
import { isWholeDocument, mendWholeDocument } from './mendWholeDocument.js'

/** Whether a save may bring a document back, which is noted in its sync records. */
const mayReturn = ({ args: { data }, operation }: MayReturnArgs): boolean => {
  const { _status, deletedAt } = (data ?? {}) as { _status?: unknown; deletedAt?: unknown }
  return operation === 'restoreVersion' || deletedAt === null || _status === 'published'
}

type MayReturnArgs = Pick<PrepareSaveArgs<SaveArgs>, 'args' | 'operation'>

type PrepareSaveArgs<TArgs> = {
  args: TArgs
  /** Slug. */
  collection: string
  operation: 'delete' | 'restoreVersion' | 'update'
  req: PayloadRequest
}

/**
 * Makes a write of documents and the batches of syncs wait for each other: what is about to be
 * written is locked before Payload reads it, so that Payload, which writes every field, writes the
 * present values of those that nobody changes. Sync records come first and documents in the order
 * of their ids, as in a batch.
 *
 * A write outside of a transaction can hold nothing; `keepPresent` is for that.
 *
 * @returns The arguments, in which a document that was read before a sync wrote is brought up to
 * date
 * @throws Error of the database that `isLockRefused` knows
 */
export const prepareSave = async <TArgs extends SaveArgs>({
  args,
  collection,
  operation,
  req,
}: PrepareSaveArgs<TArgs>): Promise<TArgs> => {
  if (!hasSync(req.payload)) {
    return args
  }
  const { database, rulesOf } = getSync(req.payload)
  const whole = operation === 'update' && isWholeDocument(args) ? args : undefined
  const isInTransaction = Boolean(await req.transactionID)
  if (!isInTransaction && !whole) {
    return args
  }

  const work = async (within: PayloadRequest): Promise<TArgs> => {
    const ids = await findTargets({ args, collection, operation, req: within })
    if (ids.length === 0) {
      return args
    }
    const records =
      whole || operation === 'delete' || mayReturn({ args, operation })
        ? await lockRecordsOf({ collection, database, documentIds: ids, req: within })
        : []
    await holdDocuments({ collection, database, ids, req: within })
    return whole
      ? {
          ...args,
          data: await mendWholeDocument({
            args: whole,
            collection,
            database,
            locale: req.locale,
            records,
            req: within,
            rulesOf,
          }),
        }
      : args
  }
  return isInTransaction ? await work(req) : await inTransaction({ database, work })
}
