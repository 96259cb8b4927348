import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from './Database.js'

import { findContentTable } from './findContentTable.js'

type DocumentOfArgs = {
  /** Slugs of the collections that the resources fill. */
  collections: ReadonlyMap<string, string>
  database: Database
  provider: string
  resource: string
}

/**
 * For each row of a table `record` that has the columns of sync records: one row where its document
 * is there, in the collection that its resource fills now, and none otherwise. By the index of the
 * identity, so that the document's id may be of any type.
 */
export const documentOf = ({ collections, database, provider, resource }: DocumentOfArgs): SQL => {
  const collection = collections.get(resource)
  const content =
    collection === undefined
      ? undefined
      : findContentTable({ collection, payload: database.payload })
  return content
    ? sql`select 1 as found from ${content}
      where ${content.provider!} = ${provider} and ${content.externalId!} = record.external_id
        and ${content.id!}::text = record.document_id
      limit 1`
    : sql`select 1 as found where false`
}
