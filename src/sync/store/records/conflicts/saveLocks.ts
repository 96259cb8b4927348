import type { PayloadRequest } from 'payload'

import { and, eq, isNull } from '@payloadcms/db-postgres/drizzle'

import type { JsonObject } from '../../../../shared/json.js'
import type { Database } from '../../Database.js'
import type { WaitingWord } from '../waiting/WaitingWord.js'
import type { FieldLocks } from './OpenConflict.js'

type SaveLocksArgs = {
  database: Database
  externalId: string
  locks: FieldLocks
  provider: string
  /** What is to be merged anew: with what, and the word. @default nothing */
  reopened?: { base: JsonObject; word: WaitingWord } | undefined
  req: PayloadRequest
  resource: string
}

/** Notes which fields of a record are locked. A word that waits already is not replaced. */
export const saveLocks = async ({
  database,
  externalId,
  locks,
  provider,
  reopened,
  req,
  resource,
}: SaveLocksArgs): Promise<void> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const isIt = and(
    eq(table.provider!, provider),
    eq(table.resource!, resource),
    eq(table.externalId!, externalId),
  )
  await session
    .update(table)
    .set({ locks, ...(reopened && { base: reopened.base, hash: null }) })
    .where(isIt)
  if (reopened) {
    const { word } = reopened
    await session
      .update(table)
      .set({ waiting: word, waitingAt: word.saidAt })
      .where(and(isIt, isNull(table.waitingAt!)))
  }
}
