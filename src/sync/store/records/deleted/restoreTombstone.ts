import type { PayloadRequest } from 'payload'

import { and, eq, isNotNull } from '@payloadcms/db-postgres/drizzle'

import type { JsonObject } from '../../../../shared/json.js'
import type { Database } from '../../Database.js'

type TombstoneArgs = {
  database: Database
  externalId: string
  provider: string
  req: PayloadRequest
  resource: string
}

export type Tombstone = {
  base: JsonObject
  /** The document as it was, in all languages; `null` where it is not known. */
  kept: JsonObject | null
  /** Since when its provider does not list it; `null` where it does. */
  missingAt: null | string
}

/** What is remembered of a document that was deleted here; `undefined` where none was. */
export const findTombstone = async ({
  database,
  ...about
}: TombstoneArgs): Promise<Tombstone | undefined> => {
  const table = database.table('syncRecords')
  const session = await database.session(about.req)
  const rows = await session
    .select({ base: table.base!, kept: table.kept!, missingAt: table.missingAt! })
    .from(table)
    .where(and(isIt({ database, ...about }), isNotNull(table.deletedAt!)))
  return rows[0] as Tombstone | undefined
}

/** Ties a tombstone to the document that takes the place of the one that was deleted. */
export const endTombstone = async ({
  database,
  documentId,
  ...about
}: { documentId: number | string } & TombstoneArgs): Promise<void> => {
  const table = database.table('syncRecords')
  const session = await database.session(about.req)
  await session
    .update(table)
    .set({
      deletedAt: null,
      deletedBy: null,
      documentId: String(documentId),
      hash: null,
      kept: null,
      replaced: {},
    })
    .where(isIt({ database, ...about }))
}

const isIt = ({ database, externalId, provider, resource }: Omit<TombstoneArgs, 'req'>) => {
  const table = database.table('syncRecords')
  return and(
    eq(table.provider!, provider),
    eq(table.resource!, resource),
    eq(table.externalId!, externalId),
  )
}
