import type { PayloadRequest } from 'payload'

import { and, eq, notInArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Initiator } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { asTable, getAdapter } from '../Database.js'
import { findContentTable } from '../findContentTable.js'

type IsDocumentOpenArgs = {
  /** Slug of the collection it is in. */
  collection: string
  database: Database
  /** Whose own lock does not count. @default nobody's */
  except?: Initiator | null | undefined
  id: number | string
  /** @default outside of any transaction */
  req?: PayloadRequest
}

/** Payload's own collection of who has what open. */
const LOCKS = 'payload-locked-documents'

/**
 * How long, in seconds, Payload believes a lock that nobody renews, unless a collection says so.
 */
const DEFAULT_DURATION = 300

/**
 * Whether somebody has a document open in the admin panel and has begun to edit it, by the locks
 * that Payload keeps of that. Always `false` where a project has switched these off.
 */
export const isDocumentOpen = async ({
  id,
  collection,
  database,
  except,
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
  const person = except ? links[`${except.collection}ID`] : undefined
  const owned = session
    .select({ id: links.parent! })
    .from(links)
    .where(and(eq(links.path!, 'user'), person && eq(person, except!.id)))
  const [found] = await session
    .select({ id: locks.id! })
    .from(locks)
    .innerJoin(links, eq(links.parent!, locks.id!))
    .where(
      and(
        eq(links.path!, 'document'),
        eq(links[`${collection}ID`]!, id),
        person && notInArray(locks.id!, owned),
        sql`${locks.updatedAt!} >= clock_timestamp() - ${duration}::numeric * interval '1 second'`,
      ),
    )
    .limit(1)
  return found !== undefined
}
