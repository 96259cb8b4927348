import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { SyncRecord } from './SyncRecord.js'

import { documentOf } from '../documentOf.js'
import { eachOf } from '../eachOf.js'

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
  const wanted = [...ids]
    .filter(([resource, externalIds]) => collections.has(resource) && externalIds.size > 0)
    .map(
      ([resource, externalIds]) => sql`
        select record.* from ${eachOf(externalIds)}
        cross join lateral (
          select * from ${table}
          where ${table.provider!} = ${provider} and ${table.resource!} = ${resource}
            and ${table.externalId!} = wanted.id
          limit 1
        ) as record
        cross join lateral (${documentOf({ collections, database, provider, resource })}) as document`,
    )
  if (wanted.length === 0) {
    return found
  }
  const session = await database.session(req)
  const { rows } = await session.execute<SyncRecord>(sql`
    select coalesce(base, '{}'::jsonb) as base, conflicts, document_id as "documentId",
      external_id as "externalId", hash, coalesce(locks, '{}'::jsonb) as locks,
      mapping_version::float8 as "mappingVersion", coalesce(replaced, '{}'::jsonb) as replaced,
      resource, coalesce(stored, '{}'::jsonb) as stored, coalesce(targets, '{}'::jsonb) as targets
    from (${sql.join(wanted, sql` union all `)}) as record`)
  for (const row of rows) {
    const ofResource = found.get(row.resource) ?? new Map<string, SyncRecord>()
    found.set(row.resource, ofResource.set(row.externalId, row))
  }
  return found
}
