import { and, desc, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { findContentTable } from '../findContentTable.js'

type CountStraysArgs = {
  /** Slug of the collection that the resource fills. */
  collection: string
  database: Database
  provider: string
  /** All resources of the provider that fill the collection. */
  resources: readonly string[]
}

export type Strays = {
  /** Documents that no sync record speaks of. */
  documents: number
  /** Sync records whose document is not there. */
  records: number
}

/** The newest rows of each table that are looked at, so that a large project is not kept busy. */
export const MOST_LOOKED_AT = 20_000

/** Compares a collection with what is remembered of it. Two statements on indexes. */
export const countStrays = async ({
  collection,
  database,
  provider,
  resources,
}: CountStraysArgs): Promise<Strays> => {
  const table = database.table('syncRecords')
  const content = findContentTable({ collection, payload: database.payload })
  if (!content) {
    return { documents: 0, records: 0 }
  }
  const session = await database.session()
  const isOfResources = sql`${table.resource!} = any(${sql.param([...resources])})`
  const remembered = session
    .select({
      documentId: sql`${table.documentId!}`.as('wantedDocument'),
      externalId: sql`${table.externalId!}`.as('wantedExternal'),
    })
    .from(table)
    .where(and(eq(table.provider!, provider), isOfResources))
    .orderBy(desc(table.id!))
    .limit(MOST_LOOKED_AT)
    .as('remembered')
  const [records] = await session
    .select({ count: sql<number>`count(*)::int` })
    .from(remembered)
    .where(
      sql`not exists (
        select 1 from ${content}
        where ${content.provider!} = ${provider}
          and ${content.externalId!} = ${remembered.externalId}
          and ${content.id!}::text = ${remembered.documentId}
      )`,
    )
  const stored = session
    .select({ id: sql`${content.id!}::text`.as('storedDocument') })
    .from(content)
    .where(eq(content.provider!, provider))
    .orderBy(desc(content.id!))
    .limit(MOST_LOOKED_AT)
    .as('stored')
  const [documents] = await session
    .select({ count: sql<number>`count(*)::int` })
    .from(stored)
    .where(
      sql`not exists (
        select 1 from ${table}
        where ${table.collection!} = ${collection} and ${table.documentId!} = ${stored.id}
      )`,
    )
  return { documents: documents?.count ?? 0, records: records?.count ?? 0 }
}
