import type { Field, PayloadRequest } from 'payload'

import type { Database } from '../../../store/Database.js'
import type { Call, Id, Writing } from '../../../store/joined/Call.js'
import type { Document } from '../plan/Plan.js'
import type { Entry } from '../writeTogether.js'

import { findPrepareMany } from '../../../../sdk/content/givenOnce.js'
import { type Joint, openJoint } from '../../../store/joined/openJoint.js'
import { GiveUpError } from '../GiveUpError.js'
import { createTurns } from './createTurns.js'

type WriteJoinedArgs = {
  /** Slug. */
  collection: string
  database: Database
  entries: readonly Entry[]
  /** Whether documents may have changed since they were read and locked. @default false */
  mustRead?: boolean
  /** Its transaction has begun. */
  req: PayloadRequest
  /** As of `updateAll`. */
  requireFree: (ids: readonly Id[]) => Promise<void>
}

/**
 * Writes documents by Payload's own operations, in the order given, with the statements of all of
 * them joined: an operation goes on until it asks the database for something of its document; then
 * the next one does. No two run at the same moment, and all of a document's own happens in Payload's
 * order, with Payload's arguments.
 *
 * @throws GiveUpError when they must be written one by one, in a transaction of its own
 */
export const writeJoined = async ({
  collection,
  database,
  entries,
  mustRead = false,
  req,
  requireFree,
}: WriteJoinedArgs): Promise<ReadonlyMap<Entry, Document>> => {
  await prepareAll({ collection, database, entries, req })
  const turns = createTurns<Writing, Call>({
    answer: async (calls) => await joint.answer(calls),
    keep: () => keepOwn(req),
    // Each would log it as its own.
    onFailure: () => joint.silence(),
    // A hook may have swallowed what ended the transaction.
    requireGoing: async () => void (await database.session(req)),
    toStuck: () =>
      new GiveUpError('a hook has not come back; it may wait for that of another document'),
  })
  const joint: Joint = await openJoint({
    collection,
    database,
    giveUp: (why) => new GiveUpError(why),
    req,
    requireFree,
    turns,
  })
  try {
    const documents = await turns.run(
      entries.map((entry) => ({
        self: toWriting({ collection, database, entry, mustRead }),
        work: entry.plainly,
      })),
    )
    await joint.finish()
    return new Map(entries.map((entry, index) => [entry, documents[index]!]))
  } finally {
    joint.close()
  }
}

type ToWritingArgs = { entry: Entry; mustRead: boolean } & Pick<
  WriteJoinedArgs,
  'collection' | 'database'
>

const toWriting = ({
  collection,
  database: { payload },
  entry,
  mustRead,
}: ToWritingArgs): Writing => {
  if (entry.kind === 'create') {
    return {}
  }
  const { document } = entry.change
  // What joins find of other collections is not as it was when it was read.
  const hasJoins = Object.keys(payload.collections[collection]!.config.joins).length > 0
  return { id: document.id, document: mustRead || hasJoins ? undefined : document }
}

/** What Payload notes on a request for the operation that runs. */
const OWN = ['context', 'fallbackLocale', 'file', 'locale', 'payloadUploadSizes', 'query'] as const

const keepOwn = (req: PayloadRequest): (() => void) => {
  const held = Object.fromEntries(OWN.map((key) => [key, req[key]]))
  return () => void Object.assign(req, held)
}

const prepareAll = async ({
  collection,
  database: { payload },
  entries,
  req,
}: Omit<WriteJoinedArgs, 'mustRead' | 'requireFree'>): Promise<void> => {
  const documents = entries.flatMap((entry) =>
    entry.kind === 'create' ? [entry.creation.data] : [],
  )
  const fields = payload.collections[collection]!.config.flattenedFields as Field[]
  for (const { custom } of documents.length > 0 ? fields : []) {
    await findPrepareMany(custom)?.({ documents, req })
  }
}
