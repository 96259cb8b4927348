import type { PayloadRequest } from 'payload'

import { getTableColumns, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'
import type { WaitingWord } from './WaitingWord.js'

import { inChunks } from '../../inChunks.js'

type SaveWaitingArgs = {
  /** Slug of the collection the documents are in. */
  collection: string
  database: Database
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
  /** Words by the record they are about. A newer one takes the place of one that waits. */
  words: readonly { documentId: string; externalId: string; word: WaitingWord }[]
}

/**
 * Keeps what was said of records whose documents are open. What is remembered of them stays as it
 * is, so that the word is merged later as if it had only then been said.
 */
export const saveWaiting = async ({
  collection,
  database,
  now,
  provider,
  req,
  resource,
  words,
}: SaveWaitingArgs): Promise<void> => {
  const table = database.table('syncRecords')
  const columns = getTableColumns(table)
  const session = await database.session(req)
  const said = (name: string) => sql`excluded.${sql.identifier(columns[name]!.name)}`
  await inChunks({
    rows: words,
    work: (some) =>
      session
        .insert(table)
        .values(
          some.map(({ documentId, externalId, word }) => ({
            absences: 0,
            base: {},
            collection,
            documentId,
            externalId,
            lastSeenAt: now.toISOString(),
            mappingVersion: 0,
            provider,
            resource,
            scope: word.scope,
            seenRun: word.scope === null ? null : word.run,
            waiting: word,
            waitingAt: word.saidAt,
          })),
        )
        .onConflictDoUpdate({
          set: {
            absences: 0,
            lastSeenAt: said('lastSeenAt'),
            // What was done to the document is undone when the word is stored.
            missingAt: null,
            scope: sql`coalesce(${said('scope')}, ${columns.scope!})`,
            seenRun: sql`coalesce(${said('seenRun')}, ${columns.seenRun!})`,
            waiting: said('waiting'),
            waitingAt: said('waitingAt'),
          },
          target: [table.provider!, table.resource!, table.externalId!],
        }),
  })
}
