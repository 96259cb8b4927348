import type { PayloadRequest } from 'payload'

import { and, eq, inArray, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { SyncRecord } from './SyncRecord.js'

type FindRecordsArgs = {
  database: Database
  /** ExternalIds by resource. */
  ids: ReadonlyMap<string, ReadonlySet<string>>
  provider: string
  req: PayloadRequest
}

/** Sync records of one provider, by resource and externalId. One query, whatever is asked for. */
export const findRecords = async ({
  database,
  ids,
  provider,
  req,
}: FindRecordsArgs): Promise<Map<string, Map<string, SyncRecord>>> => {
  const found = new Map<string, Map<string, SyncRecord>>()
  const table = database.table('syncRecords')
  const wanted = [...ids].flatMap(([resource, externalIds]) =>
    externalIds.size > 0
      ? [and(eq(table.resource!, resource), inArray(table.externalId!, [...externalIds]))]
      : [],
  )
  if (wanted.length === 0) {
    return found
  }
  const session = await database.session(req)
  const rows = await session
    .select({
      base: table.base!,
      documentId: table.documentId!,
      externalId: table.externalId!,
      hash: table.hash!,
      mappingVersion: table.mappingVersion!,
      replaced: sql`coalesce(${table.replaced!}, '{}'::jsonb)`,
      resource: table.resource!,
      stored: sql`coalesce(${table.stored!}, '{}'::jsonb)`,
    })
    .from(table)
    .where(and(eq(table.provider!, provider), or(...wanted)))
  for (const row of rows as SyncRecord[]) {
    const ofResource = found.get(row.resource) ?? new Map<string, SyncRecord>()
    found.set(row.resource, ofResource.set(row.externalId, row))
  }
  return found
}
