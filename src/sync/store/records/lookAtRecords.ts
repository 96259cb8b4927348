import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { LockedRecord } from './lockRecords.js'

import { documentOf } from '../documentOf.js'
import { eachOf } from '../eachOf.js'
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
  const toDocument = (of: string): SQL =>
    documentOf({ collections, database, provider, resource: of })
  const isWanted = (of: string): SQL | undefined =>
    and(
      eq(table.provider!, provider),
      eq(table.resource!, of),
      eq(table.externalId!, sql`wanted.id`),
    )
  const own = sql`
    select record.*, document.found is not null as has_document
    from ${eachOf(externalIds)}
    cross join lateral (
      select ${table.resource!}, ${table.externalId!}, ${table.documentId!}, ${table.hash!},
        ${table.deletedAt!} is not null as is_deleted, ${table.missingAction!}, ${table.scope!},
        coalesce(${table.absences!}, 0) > 0 or ${table.missingAt!} is not null
          or ${table.waitingAt!} is not null
          or (${table.saidAt!} <= clock_timestamp()) is not true as is_stirred,
        ${toPast(newestAt)} as newest_at, ${toPast(spokeAt)} as spoke_at,
        ${table.waiting!} ->> 'run' as waiting_run,
        ${table.seenBy!} -> ${connection}::text as sighting
      from ${table} where ${isWanted(resource)} for no key update
    ) as record
    left join lateral (${toDocument(resource)}) as document on true`
  const others = pointed.map(
    ([of, ids]) => sql`
      select record.*, null, null, null, null, null, null, null, null, null, true
      from ${eachOf(ids)}
      cross join lateral (
        select ${table.resource!}, ${table.externalId!}, ${table.documentId!}
        from ${table} where ${isWanted(of)} limit 1
      ) as record
      cross join lateral (${toDocument(of)}) as document`,
  )
  const session = await database.session(req)
  const { rows } = await session.execute<Row>(
    others.length === 0
      ? own
      : sql`with own as materialized (${own})
        select own.* from own union all ${sql.join(others, sql` union all `)}`,
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

/** In milliseconds; nothing for a moment of the future. */
const toPast = (moment: SQL): SQL =>
  sql`case when ${moment} <= clock_timestamp() then extract(epoch from ${moment}) * 1000 end`

const toDate = (moment: null | number | string): Date | null =>
  moment === null ? null : new Date(Math.round(Number(moment)))
