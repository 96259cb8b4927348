import type { PayloadRequest } from 'payload'

import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { asTable, getAdapter } from '../Database.js'
import { findContentTable } from '../findContentTable.js'

type IsDocumentOpenArgs = {
  /** Slug of the collection it is in. */
  collection: string
  database: Database
  id: number | string
  /** @default outside of any transaction */
  req?: PayloadRequest
}

/** Payload's own collection of who has what open. */
const LOCKS = 'payload-locked-documents'

/** How long, in seconds, Payload believes a lock that nobody renews, unless a collection says so. */
const DEFAULT_DURATION = 300

/**
 * Whether somebody has a document open in the admin panel and has begun to edit it, by the locks
 * that Payload keeps of that. Always `false` where a project has switched these off.
 */
export const isDocumentOpen = async ({
  id,
  collection,
  database,
  req,
}: IsDocumentOpenArgs): Promise<boolean> => {
  const { payload } = database
  const { lockDocuments } = payload.collections[collection]?.config ?? {}
  const locks = findContentTable({ collection: LOCKS, payload })
  if (lockDocuments === false || !locks) {
    return false
  }
  const { relationshipsSuffix, tableNameMap, tables } = getAdapter(payload)
  const name = tableNameMap.get('payload_locked_documents') ?? ''
  const links = asTable(tables[`${name}${relationshipsSuffix}`])
  const duration = typeof lockDocuments === 'object' ? lockDocuments.duration : DEFAULT_DURATION
  const session = await database.session(req)
  const [found] = await session
    .select({ id: locks.id! })
    .from(locks)
    .innerJoin(links, eq(links.parent!, locks.id!))
    .where(
      and(
        eq(links.path!, 'document'),
        eq(links[`${collection}ID`]!, id),
        sql`${locks.updatedAt!} >= clock_timestamp() - ${duration}::numeric * interval '1 second'`,
      ),
    )
    .limit(1)
  return found !== undefined
}
