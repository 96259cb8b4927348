import type { PayloadRequest } from 'payload'

import { and, eq, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { SyncRecord } from './SyncRecord.js'

import { findContentTable } from '../findContentTable.js'
import { isOneOf } from '../isOneOf.js'

type FindRecordsArgs = {
  /** Slugs of the collections that the resources fill. */
  collections: ReadonlyMap<string, string>
  database: Database
  /** ExternalIds by resource. */
  ids: ReadonlyMap<string, ReadonlySet<string>>
  provider: string
  /** @default none, outside of any transaction */
  req?: PayloadRequest | undefined
}

/**
 * Sync records of one provider, by resource and externalId. One query, whatever is asked for. A
 * record counts only while its document is there, in the collection that its resource fills now:
 * documents are deleted while the plugin is off, and collections get other slugs.
 */
export const findRecords = async ({
  collections,
  database,
  ids,
  provider,
  req,
}: FindRecordsArgs): Promise<Map<string, Map<string, SyncRecord>>> => {
  const found = new Map<string, Map<string, SyncRecord>>()
  const table = database.table('syncRecords')
  const wanted = [...ids].flatMap(([resource, externalIds]) => {
    const collection = collections.get(resource)
    const content =
      collection === undefined
        ? undefined
        : findContentTable({ collection, payload: database.payload })
    if (!content || externalIds.size === 0) {
      return []
    }
    // By the index of the identity, so that the document's id may be of any type.
    const hasDocument = sql`exists (
      select 1 from ${content}
      where ${content.provider!} = ${provider}
        and ${content.externalId!} = ${table.externalId!}
        and ${content.id!}::text = ${table.documentId!}
    )`
    const isWanted = isOneOf({ column: table.externalId!, values: externalIds })
    return [and(eq(table.resource!, resource), isWanted, hasDocument)]
  })
  if (wanted.length === 0) {
    return found
  }
  const session = await database.session(req)
  const rows = await session
    .select({
      base: sql`coalesce(${table.base!}, '{}'::jsonb)`,
      conflicts: table.conflicts!,
      documentId: table.documentId!,
      externalId: table.externalId!,
      hash: table.hash!,
      locks: sql`coalesce(${table.locks!}, '{}'::jsonb)`,
      mappingVersion: table.mappingVersion!,
      replaced: sql`coalesce(${table.replaced!}, '{}'::jsonb)`,
      resource: table.resource!,
      stored: sql`coalesce(${table.stored!}, '{}'::jsonb)`,
      targets: sql`coalesce(${table.targets!}, '{}'::jsonb)`,
    })
    .from(table)
    .where(and(eq(table.provider!, provider), or(...wanted)))
  for (const row of rows as SyncRecord[]) {
    const ofResource = found.get(row.resource) ?? new Map<string, SyncRecord>()
    found.set(row.resource, ofResource.set(row.externalId, row))
  }
  return found
}
