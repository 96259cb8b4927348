import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { and, eq, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { LockedRecord } from './lockRecords.js'

import { findContentTable } from '../findContentTable.js'
import { isOneOf } from '../isOneOf.js'
import { toSpokeAt } from './lockRecords.js'

/** What of a record decides whether it must be looked at closer. */
export type LookedRecord = {
  /** Whether its document is there, in the collection that its resource fills now. */
  hasDocument: boolean
  hash: null | string
  /** Whether something was noted of it that is void when it is seen again. */
  isStirred: boolean
  scope: null | string
  /** What the connection noted of it, of a provider with several; `null` where it does not see it. */
  sighting: { absences?: number; scope?: string } | null
} & LockedRecord

/** Documents that records are, by resource and externalId. */
export type Targets = ReadonlyMap<string, ReadonlyMap<string, { documentId: string }>>

type LookAtRecordsArgs = {
  /** Key of the scope whose own word counts, where several speak of the same records. */
  claimant?: string | undefined
  /** Slugs of the collections that the resources fill. */
  collections: ReadonlyMap<string, string>
  connection?: string | undefined
  database: Database
  externalIds: readonly string[]
  provider: string
  /** What the records point to, externalIds by resource. @default nothing is asked of it */
  references?: ReadonlyMap<string, ReadonlySet<string>> | undefined
  req: PayloadRequest
  resource: string
}

type Row = {
  document_id: string
  external_id: string
  has_document: boolean
  hash: null | string
  is_deleted: boolean | null
  is_stirred: boolean
  missing_action: LockedRecord['missingAction']
  newest_at: null | number | string
  resource: string
  scope: null | string
  sighting: LookedRecord['sighting']
  spoke_at: null | number | string
  waiting_run: null | string
}

/**
 * Keeps sync records from everybody else, as `lockRecords` does, and tells with the same statement
 * what is known of them and which documents they point to. What was said of them is not read.
 */
export const lookAtRecords = async ({
  claimant,
  collections,
  connection = '',
  database,
  externalIds,
  provider,
  references = new Map(),
  req,
  resource,
}: LookAtRecordsArgs): Promise<{ records: Map<string, LookedRecord>; targets: Targets }> => {
  const records = new Map<string, LookedRecord>()
  const targets = new Map<string, Map<string, { documentId: string }>>()
  const pointed = [...references].filter(([, ids]) => ids.size > 0)
  if (externalIds.length === 0 && pointed.length === 0) {
    return { records, targets }
  }
  const table = database.table('syncRecords')
  const { newestAt, spokeAt } = toSpokeAt({ claimant, table })
  const toDocument = (of: string) => hasDocument({ collections, database, of, provider })
  const own = sql`
    select ${table.resource!}, ${table.externalId!}, ${table.documentId!}, ${table.hash!},
      ${table.deletedAt!} is not null as is_deleted, ${table.missingAction!}, ${table.scope!},
      coalesce(${table.absences!}, 0) > 0 or ${table.missingAt!} is not null
        or ${table.waitingAt!} is not null
        or (${table.saidAt!} <= clock_timestamp()) is not true as is_stirred,
      ${toPast(newestAt)} as newest_at, ${toPast(spokeAt)} as spoke_at,
      ${table.waiting!} ->> 'run' as waiting_run,
      ${table.seenBy!} -> ${connection}::text as sighting, ${toDocument(resource)} as has_document
    from ${table}
    where ${and(
      eq(table.provider!, provider),
      eq(table.resource!, resource),
      isOneOf({ column: table.externalId!, values: externalIds }),
    )}
    order by ${table.externalId!} for no key update`
  const others = pointed.map(([of, ids]) =>
    and(
      eq(table.resource!, of),
      isOneOf({ column: table.externalId!, values: ids }),
      toDocument(of),
    ),
  )
  const session = await database.session(req)
  const { rows } = await session.execute<Row>(
    others.length === 0
      ? own
      : sql`with own as materialized (${own})
        select own.* from own
        union all
        select ${table.resource!}, ${table.externalId!}, ${table.documentId!}, null, null, null, null,
          null, null, null, null, null, null
        from ${table} where ${and(eq(table.provider!, provider), or(...others))}`,
  )
  const addTarget = ({ document_id: documentId, external_id: id, resource: of }: Row): void => {
    const ofResource = targets.get(of) ?? new Map<string, { documentId: string }>()
    targets.set(of, ofResource.set(id, { documentId }))
  }
  for (const row of rows) {
    if (row.is_deleted === null) {
      addTarget(row)
      continue
    }
    if (row.has_document) {
      addTarget(row)
    }
    records.set(row.external_id, {
      documentId: row.document_id,
      hasDocument: row.has_document,
      hash: row.hash,
      isDeleted: row.is_deleted,
      isStirred: row.is_stirred,
      missingAction: row.missing_action,
      newestAt: toDate(row.newest_at),
      scope: row.scope,
      sighting: row.sighting,
      spokeAt: toDate(row.spoke_at),
      waitingRun: row.waiting_run,
    })
  }
  return { records, targets }
}

type HasDocumentArgs = { of: string } & Pick<
  LookAtRecordsArgs,
  'collections' | 'database' | 'provider'
>

/** By the index of the identity, so that the document's id may be of any type. */
const hasDocument = ({ collections, database, of, provider }: HasDocumentArgs): SQL => {
  const table = database.table('syncRecords')
  const collection = collections.get(of)
  const content =
    collection === undefined
      ? undefined
      : findContentTable({ collection, payload: database.payload })
  return content
    ? sql`exists (
        select 1 from ${content}
        where ${content.provider!} = ${provider} and ${content.externalId!} = ${table.externalId!}
          and ${content.id!}::text = ${table.documentId!}
      )`
    : sql`false`
}

/** In milliseconds; nothing for a moment of the future. */
const toPast = (moment: SQL): SQL =>
  sql`case when ${moment} <= clock_timestamp() then extract(epoch from ${moment}) * 1000 end`

const toDate = (moment: null | number | string): Date | null =>
  moment === null ? null : new Date(Math.round(Number(moment)))
