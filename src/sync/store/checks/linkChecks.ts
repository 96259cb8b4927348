import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database, Table } from '../Database.js'

import { findContentTable, findDraftsTable } from '../findContentTable.js'

/** Documents that one statement links. */
const MOST_LINKED = 1000

type LinkChecksArgs = {
  /** Slug of the collection the documents are in. */
  collection: string
  database: Database
  /** Only documents of these records. @default all of the resource */
  externalIds?: readonly string[]
  provider: string
  /** @default outside of any transaction */
  req?: PayloadRequest
  resource: string
}

/**
 * Lets documents point to what is noted of their records, those that do not yet. Neither hooks nor
 * `updatedAt` notice. A document that somebody else writes at the moment is left to the next time.
 */
export const linkChecks = async ({
  collection,
  database,
  ...args
}: LinkChecksArgs): Promise<void> => {
  const { payload } = database
  const content = findContentTable({ collection, payload })
  // An override may have taken the field away.
  if (content?.syncCheck) {
    const { id, externalId, provider, syncCheck } = content
    await link({
      ...args,
      database,
      is: {},
      on: { id, externalId, provider, syncCheck },
      table: content,
    })
  }
  const drafts = findDraftsTable({ collection, payload })
  if (drafts?.version_syncCheck) {
    const on = {
      id: drafts.id,
      externalId: drafts.version_externalId,
      provider: drafts.version_provider,
      syncCheck: drafts.version_syncCheck,
    }
    await link({ ...args, database, is: { latest: drafts.latest }, on, table: drafts })
  }
}

type Column = Table[string]

type LinkArgs = {
  /** A column that must be true. */
  is: { latest?: Column | undefined }
  on: Readonly<Record<'externalId' | 'id' | 'provider' | 'syncCheck', Column | undefined>>
  table: Table
} & Omit<LinkChecksArgs, 'collection'>

const link = async ({
  database,
  externalIds,
  is: { latest },
  on,
  provider,
  req,
  resource,
  table,
}: LinkArgs): Promise<void> => {
  const name = (column: Column | undefined): SQL => sql`${sql.identifier(column!.name)}`
  const checks = database.table('syncChecks')
  const session = await database.session(req)
  const linkSome = async (): Promise<number> => {
    const { rowCount } = await session.execute(sql`
      with linkable as (
        select doc.${name(on.id)} as doc_id, checked.id as check_id
        from ${table} as doc
        join ${checks} as checked on checked.provider = doc.${name(on.provider)}
          and checked.resource = ${resource}
          and checked.external_id = doc.${name(on.externalId)}
        where doc.${name(on.provider)} = ${provider}
          and doc.${name(on.syncCheck)} is null
          ${externalIds ? sql`and doc.${name(on.externalId)} = any(${sql.param([...externalIds])})` : sql``}
          ${latest ? sql`and doc.${name(latest)}` : sql``}
        order by doc.${name(on.id)}
        limit ${MOST_LINKED}
        for no key update of doc skip locked
      )
      update ${table} as doc set ${name(on.syncCheck)} = linkable.check_id
      from linkable where doc.${name(on.id)} = linkable.doc_id`)
    return rowCount ?? 0
  }
  let linked: number
  do {
    linked = await linkSome()
  } while (linked === MOST_LINKED)
}
