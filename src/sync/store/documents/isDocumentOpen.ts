import type { PayloadRequest } from 'payload'

import { and, eq, notInArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Initiator } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { asTable, getAdapter } from '../Database.js'
import { findContentTable } from '../findContentTable.js'
import { isOneOf } from '../isOneOf.js'

type FindOpenDocumentsArgs = {
  /** Slug of the collection they are in. */
  collection: string
  database: Database
  /** Whose own lock does not count. @default nobody's */
  except?: Initiator | null | undefined
  ids: readonly (number | string)[]
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
 * Which of these documents somebody has open in the admin panel and has begun to edit, by the locks
 * that Payload keeps of that: their ids as text. Always none where a project has switched these off.
 */
export const findOpenDocuments = async ({
  collection,
  database,
  except,
  ids,
  req,
}: FindOpenDocumentsArgs): Promise<ReadonlySet<string>> => {
  const { payload } = database
  const { lockDocuments } = payload.collections[collection]?.config ?? {}
  const locks = findContentTable({ collection: LOCKS, payload })
  if (lockDocuments === false || !locks || ids.length === 0) {
    return new Set()
  }
  const { relationshipsSuffix, tableNameMap, tables } = getAdapter(payload)
  const name = tableNameMap.get('payload_locked_documents') ?? ''
  const links = asTable(tables[`${name}${relationshipsSuffix}`])
  const document = links[`${collection}ID`]!
  const duration = typeof lockDocuments === 'object' ? lockDocuments.duration : DEFAULT_DURATION
  const session = await database.session(req)
  const person = except ? links[`${except.collection}ID`] : undefined
  const owned = session
    .select({ id: links.parent! })
    .from(links)
    .where(and(eq(links.path!, 'user'), person && eq(person, except!.id)))
  const found = await session
    .select({ id: document })
    .from(locks)
    .innerJoin(links, eq(links.parent!, locks.id!))
    .where(
      and(
        eq(links.path!, 'document'),
        isOneOf({ column: document, values: ids.map(String) }),
        person && notInArray(locks.id!, owned),
        sql`${locks.updatedAt!} >= clock_timestamp() - ${duration}::numeric * interval '1 second'`,
      ),
    )
  return new Set(found.map(({ id }) => String(id)))
}

type IsDocumentOpenArgs = { id: number | string } & Omit<FindOpenDocumentsArgs, 'ids'>

/** Whether somebody has a document open in the admin panel and has begun to edit it. */
export const isDocumentOpen = async ({ id, ...args }: IsDocumentOpenArgs): Promise<boolean> =>
  (await findOpenDocuments({ ...args, ids: [id] })).has(String(id))
