import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { findContentTable } from '../findContentTable.js'

/**
 * The table `wanted`, with an `id` for each of these values, in their order. Joined with a row of
 * another table for each, it has the database look into that table's index once for each value,
 * whatever it knows of the table: after a first load, before it has statistics, it reads all records
 * of a resource for a batch of them otherwise.
 */
export const eachOf = (values: Iterable<string>): SQL =>
  sql`(select distinct id from unnest(${sql.param([...values])}::text[]) as given (id)
    order by id) as wanted`

type OwnDocumentArgs = {
  /** Name of the table that has the record's `external_id` and `document_id`. */
  alias: SQL
  /** Slugs of the collections that the resources fill. */
  collections: ReadonlyMap<string, string>
  database: Database
  provider: string
  resource: string
}

/**
 * One row where a record's document is there, in the collection that its resource fills now; none
 * otherwise. By the index of the identity, so that the document's id may be of any type.
 */
export const ownDocument = ({
  alias,
  collections,
  database,
  provider,
  resource,
}: OwnDocumentArgs): SQL => {
  const collection = collections.get(resource)
  const content =
    collection === undefined
      ? undefined
      : findContentTable({ collection, payload: database.payload })
  return content
    ? sql`select 1 as found from ${content}
      where ${content.provider!} = ${provider} and ${content.externalId!} = ${alias}.external_id
        and ${content.id!}::text = ${alias}.document_id
      limit 1`
    : sql`select 1 as found where false`
}
