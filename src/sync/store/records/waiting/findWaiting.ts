import { and, asc, eq, isNotNull, isNull } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'
import type { WaitingWord } from './WaitingWord.js'

type FindWaitingArgs = {
  database: Database
  /** @default every one of the resource */
  externalId?: string | undefined
  provider: string
  resource: string
}

/** A record whose document could not be written when its provider last spoke of it. */
export type WaitingRecord = { documentId: string; externalId: string; word: WaitingWord }

/** Records of a resource with a word that waits, in the order of their ids. */
export const findWaiting = async ({
  database,
  externalId,
  provider,
  resource,
}: FindWaitingArgs): Promise<WaitingRecord[]> => {
  const table = database.table('syncRecords')
  const session = await database.session()
  const rows = await session
    .select({
      documentId: table.documentId!,
      externalId: table.externalId!,
      word: table.waiting!,
    })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        externalId === undefined ? undefined : eq(table.externalId!, externalId),
        isNotNull(table.waitingAt!),
        // Of a document that was deleted here, the word waits for it to be restored.
        isNull(table.deletedAt!),
      ),
    )
    .orderBy(asc(table.externalId!))
  return rows as WaitingRecord[]
}
