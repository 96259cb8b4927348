import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { NodePgDatabase } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { PgColumn, PgTableWithColumns } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { Payload, PayloadRequest } from 'payload'
import type { Pool } from 'pg'

/** Collections in which the plugin keeps what it has to remember. A key is its default slug. */
export const MACHINERY_KEYS = [
  'syncConnections',
  'syncSchedules',
  'syncLogs',
  'syncIssues',
  'syncRecords',
  'syncChecks',
  'syncSightings',
  'syncStates',
  'syncQuotas',
  'syncBreakers',
  'syncTokens',
  'syncEvents',
  'syncLimits',
  'syncFiles',
  'syncFileParts',
  'syncNotifications',
  'syncDeliveries',
  'syncHealth',
  'syncTotals',
  'syncChoices',
] as const

export type MachineryKey = (typeof MACHINERY_KEYS)[number]

/** What their tables are called, whatever slug a project gives the collections. */
export const TABLE_NAMES: Readonly<Record<MachineryKey, string>> = {
  syncBreakers: 'sync_breakers',
  syncChecks: 'sync_checks',
  syncChoices: 'sync_choices',
  syncConnections: 'sync_connections',
  syncDeliveries: 'sync_deliveries',
  syncEvents: 'sync_events',
  syncFileParts: 'sync_file_parts',
  syncFiles: 'sync_files',
  syncHealth: 'sync_health',
  syncIssues: 'sync_issues',
  syncLimits: 'sync_limits',
  syncLogs: 'sync_logs',
  syncNotifications: 'sync_notifications',
  syncQuotas: 'sync_quotas',
  syncRecords: 'sync_records',
  syncSchedules: 'sync_schedules',
  syncSightings: 'sync_sightings',
  syncStates: 'sync_states',
  syncTokens: 'sync_tokens',
  syncTotals: 'sync_totals',
}

export type Table = PgTableWithColumns<{
  columns: Record<string, PgColumn>
  dialect: 'pg'
  name: string
  schema: undefined
}>

/** The adapter's pool of connections. */
export type DatabasePool = Pool

type Session = NodePgDatabase<Record<string, unknown>>

/**
 * The plugin's tables in the project's own database. Bulk statements go straight to them: they
 * have no hooks, and their documents are never more than a person reads.
 */
export type Database = {
  payload: Payload
  /** The Postgres schema that the queue's own tables are in. */
  queueSchema: string
  /** The Postgres schema that the project's tables are in. */
  schema: () => string
  /**
   * Runs statements inside the transaction of `req`, or outside of any without it.
   *
   * @throws Error when `req` names a transaction that has ended: what would follow must not commit
   * on its own
   */
  session: (req?: PayloadRequest) => Promise<Session>
  slugs: Readonly<Record<MachineryKey, string>>
  /** How long, in milliseconds, a process may be silent before what it holds is taken from it. */
  stallLimitMs: number
  table: (key: MachineryKey) => Table
}

type CreateDatabaseArgs = Pick<Database, 'payload' | 'queueSchema' | 'slugs' | 'stallLimitMs'>

const isPostgres = (adapter: unknown): adapter is PostgresAdapter =>
  typeof adapter === 'object' && adapter !== null && 'pool' in adapter && 'drizzle' in adapter

/** The adapter of a project, which must be `@payloadcms/db-postgres`. */
export const getAdapter = (payload: Payload): PostgresAdapter => {
  const adapter: unknown = payload.db
  if (!isPostgres(adapter)) {
    throw new Error(
      `payload-plugin-sync works with @payloadcms/db-postgres; this project uses "${payload.db.name}".`,
    )
  }
  return adapter
}

const DEFAULT_SCHEMA = 'public'

/** The Postgres schema that a project's tables are in. */
export const getSchema = (payload: Payload): string =>
  getAdapter(payload).schemaName ?? DEFAULT_SCHEMA

type ToOwnNameArgs = { name: string; schema: string }

/**
 * The name under which a project finds what all projects in one database share: locks, tasks. Two
 * that have a schema each share nothing.
 */
export const toOwnName = ({ name, schema }: ToOwnNameArgs): string =>
  schema === DEFAULT_SCHEMA ? name : `${name}@${schema}`

/**
 * The adapter's own Drizzle objects with the types of the copy that `@payloadcms/db-postgres`
 * exports: package managers may install that copy twice, which only TypeScript minds.
 */
const asSession = (drizzle: unknown): Session => drizzle as Session
export const asTable = (table: unknown): Table => table as Table

/** Opens the plugin's tables of one Payload instance. */
export const createDatabase = ({
  payload,
  queueSchema,
  slugs,
  stallLimitMs,
}: CreateDatabaseArgs): Database => ({
  payload,
  queueSchema,
  schema: () => getSchema(payload),
  session: async (req) => {
    const adapter = getAdapter(payload)
    if (!req) {
      // In development Payload takes its adapter down and up again when the config changes.
      await adapter.initializing
      return asSession(adapter.drizzle)
    }
    const id = await req.transactionID
    const session = id === undefined ? undefined : adapter.sessions[id]
    if (!session) {
      throw new Error('The transaction has ended before its last statement.')
    }
    return asSession(session.db)
  },
  slugs,
  stallLimitMs,
  table: (key) => {
    const { dbName } = payload.collections[slugs[key]]?.config ?? {}
    const table = typeof dbName === 'string' ? getAdapter(payload).tables[dbName] : undefined
    if (!table) {
      throw new Error(`Collection "${slugs[key]}" has no table named in its dbName.`)
    }
    return asTable(table)
  },
})
