import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { getTableColumns, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { SyncRecord } from './SyncRecord.js'

import { toRecordset } from '../documents/toRecordset.js'
import { inChunks } from '../inChunks.js'

/** A record as it is saved. */
export type SavedRecord = {
  /** Whether its document was written. */
  hasChanged: boolean
  /**
   * When the request was sent whose answer `base` is, in the database's time; `null` for a record
   * that the provider only mentioned.
   */
  saidAt: Date | null
  /** What was mapped although the collection has no such field, as paths. @default nothing */
  unknownFields?: readonly string[]
} & SyncRecord

type SaveRecordsArgs = {
  /** Slug of the collection the documents are in. */
  collection: string
  database: Database
  /** Whether a record that is there with this document already stays as it is. @default false */
  isOnlyNew?: boolean
  /**
   * Whether what is saved was said before: that the records are there was noted then.
   *
   * @default false
   */
  isPast?: boolean
  /**
   * Whether a change that is of no run leaves the run of the change before. Where a provider has
   * several connections, that run tells with which of them a record came.
   */
  keepsRun: boolean
  now: Date
  provider: string
  records: readonly SavedRecord[]
  req: PayloadRequest
  /** What changed them; `null` when it was no run. */
  runId: null | number | string
  /** Key of the scope that would prove their absence; `null` leaves the one they have. */
  scope: null | string
}

/**
 * Remembers what the provider said of these records, in the batch's transaction. Returns the
 * externalIds of those that it wrote.
 */
export const saveRecords = async ({
  collection,
  database,
  isOnlyNew = false,
  isPast = false,
  keepsRun,
  now,
  provider,
  records,
  req,
  runId,
  scope,
}: SaveRecordsArgs): Promise<ReadonlySet<string>> => {
  const table = database.table('syncRecords')
  const columns = getTableColumns(table)
  const session = await database.session(req)
  const said = (name: string) => sql`excluded.${sql.identifier(columns[name]!.name)}`
  const saidIfAny = (name: string) => sql`coalesce(${said(name)}, ${columns[name]!})`
  const moment = now.toISOString()
  // Each of them named: the rest of an object, gathered, is kilobytes of garbage for each record.
  const rows = records.map((record) => ({
    absences: 0,
    base: record.base,
    collection,
    conflicts: record.conflicts,
    documentId: record.documentId,
    externalId: record.externalId,
    hash: record.hash,
    lastChangedAt: record.hasChanged ? moment : null,
    lastSeenAt: moment,
    locks: record.locks,
    mappingVersion: record.mappingVersion,
    provider,
    replaced: record.replaced,
    resource: record.resource,
    run: record.hasChanged && runId !== null ? String(runId) : null,
    saidAt: record.saidAt?.toISOString() ?? null,
    scope,
    seenRun: scope !== null && runId !== null ? String(runId) : null,
    stored: record.stored,
    targets: record.targets,
    unknownFields: record.unknownFields?.length ? record.unknownFields : null,
  }))
  const set: Record<string, SQL> = {
    ...(!isPast && {
      absences: sql`0`,
      lastSeenAt: said('lastSeenAt'),
      missingAt: sql`null`,
    }),
    base: said('base'),
    collection: said('collection'),
    conflicts: said('conflicts'),
    deletedAt: sql`null`,
    deletedBy: sql`null`,
    documentId: said('documentId'),
    hash: said('hash'),
    kept: sql`null`,
    lastChangedAt: saidIfAny('lastChangedAt'),
    // Locks are those of a document, and gone with it.
    locks: sql`case when ${columns.documentId!} = ${said('documentId')} then ${columns.locks!}
      else ${said('locks')} end`,
    mappingVersion: said('mappingVersion'),
    missingAction: sql`null`,
    replaced: said('replaced'),
    run: keepsRun
      ? saidIfAny('run')
      : sql`case when ${said('lastChangedAt')} is null then ${columns.run!} else ${said('run')} end`,
    saidAt: said('saidAt'),
    scope: saidIfAny('scope'),
    seenRun: saidIfAny('seenRun'),
    stored: said('stored'),
    targets: said('targets'),
    unknownFields: said('unknownFields'),
    waiting: sql`null`,
    waitingAt: sql`null`,
  }
  const assignments = Object.entries(set).map(
    ([name, value]) => sql`${sql.identifier(columns[name]!.name)} = ${value}`,
  )
  const written = new Map(Object.keys(rows[0] ?? {}).map((name) => [name, columns[name]!] as const))
  const names = sql.join(
    [...written.values()].map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  const saved = new Set<string>()
  // One parameter for all rows: some thirty for each are most of the work of a large batch.
  const save = async (some: typeof rows) => {
    const { records: given, values } = toRecordset({ alias: 'given', columns: written, rows: some })
    const { rows: ids } = await session.execute<{ id: string }>(sql`
      insert into ${table} (${names}) select ${values} from ${given}
      on conflict (provider, resource, external_id) do update set ${sql.join(assignments, sql`, `)}
      ${
        isOnlyNew
          ? sql`where (${columns.collection!}, ${columns.documentId!})
              is distinct from (${said('collection')}, ${said('documentId')})`
          : sql``
      }
      returning ${table.externalId!} as id`)
    ids.forEach(({ id }) => saved.add(id))
  }
  await inChunks({ rows, work: save })
  return saved
}
