import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { FileFindings, FileStatus, StoredFile } from './StoredFile.js'

import { toMoment } from '../toMoment.js'

type Row = {
  connection: string
  created_at: unknown
  found: FileFindings | null
  held_at: unknown
  id: number | string
  imported_at: unknown
  name: string
  pending: null | string[]
  problem: null | string
  provider: string
  runs: null | string[]
  sha256: null | string
  size: null | string
  status: FileStatus
}

type FindFilesArgs = {
  database: Database
  filter: {
    connection?: string
    id?: number | string
    /** A resource that has not read it yet. */
    pending?: string
    provider?: string
    statuses?: readonly FileStatus[]
  }
  req?: PayloadRequest
}

/** Files that people brought, the oldest first. */
export const findFiles = async ({
  database,
  filter: { id, connection, pending, provider, statuses },
  req,
}: FindFilesArgs): Promise<StoredFile[]> => {
  const session = await database.session(req)
  const { rows } = await session.execute(sql`
    select id, provider, connection, name, size, status, held_at, found, pending, problem,
      imported_at, created_at, runs, sha256
    from ${database.table('syncFiles')}
    where true
      ${id === undefined ? sql`` : sql`and id::text = ${String(id)}`}
      ${connection === undefined ? sql`` : sql`and connection = ${connection}`}
      ${provider === undefined ? sql`` : sql`and provider = ${provider}`}
      ${pending === undefined ? sql`` : sql`and pending @> ${JSON.stringify([pending])}::jsonb`}
      ${statuses === undefined ? sql`` : sql`and status::text = any(${sql.param([...statuses])})`}
    order by created_at, id`)
  return (rows as Row[]).map(toFile)
}

const toFile = (row: Row): StoredFile => ({
  id: String(row.id),
  name: row.name,
  connection: row.connection,
  createdAt: toMoment(row.created_at) ?? '',
  found: row.found,
  heldAt: toMoment(row.held_at),
  importedAt: toMoment(row.imported_at),
  pending: row.pending ?? [],
  problem: row.problem,
  provider: row.provider,
  runs: row.runs ?? [],
  sha256: row.sha256,
  size: Number(row.size ?? 0),
  status: row.status,
})
