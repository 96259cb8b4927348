import type { PayloadRequest } from 'payload'

import { getTableColumns, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { SyncRecord } from './SyncRecord.js'

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
  const rows = records.map(({ hasChanged, saidAt, unknownFields = [], ...record }) => ({
    ...record,
    absences: 0,
    collection,
    lastChangedAt: hasChanged ? now.toISOString() : null,
    lastSeenAt: now.toISOString(),
    provider,
    run: hasChanged && runId !== null ? String(runId) : null,
    saidAt: saidAt?.toISOString() ?? null,
    scope,
    seenRun: scope !== null && runId !== null ? String(runId) : null,
    unknownFields: unknownFields.length > 0 ? unknownFields : null,
  }))
  const target = [table.provider!, table.resource!, table.externalId!]
  const saved = new Set<string>()
  const save = async (some: typeof rows) => {
    const written = await session
      .insert(table)
      .values(some)
      .onConflictDoUpdate({
        set: {
          ...(!isPast && {
            absences: 0,
            lastSeenAt: said('lastSeenAt'),
            missingAction: null,
            missingAt: null,
          }),
          base: said('base'),
          collection: said('collection'),
          conflicts: said('conflicts'),
          deletedAt: null,
          deletedBy: null,
          documentId: said('documentId'),
          hash: said('hash'),
          kept: null,
          lastChangedAt: saidIfAny('lastChangedAt'),
          mappingVersion: said('mappingVersion'),
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
          waiting: null,
          waitingAt: null,
        },
        setWhere: isOnlyNew
          ? sql`(${columns.collection!}, ${columns.documentId!}) is distinct from (${said('collection')}, ${said('documentId')})`
          : undefined,
        target,
      })
      .returning({ externalId: table.externalId! })
    written.forEach(({ externalId }) => saved.add(String(externalId)))
  }
  await inChunks({ rows, work: save })
  return saved
}
