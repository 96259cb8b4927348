import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { ConnectionStatus, StoredConnection } from './StoredConnection.js'

import { toMoment } from '../toMoment.js'

type Row = {
  auth_failures: null | string
  deactivated_reason: null | string
  id: number | string
  is_active: boolean | null
  label: null | string
  last_error: null | string
  last_success_at: null | string
  name: string
  owner_id: null | number | string
  provider: string
  sealed: null | string
  settings: null | Record<string, unknown>
  status: ConnectionStatus
}

type FindConnectionsArgs = {
  database: Database
  /** @default those of everybody */
  filter?: { id?: number | string; name?: string; owner?: number | string; provider?: string }
  req?: PayloadRequest
}

/** The connections that people entered, the oldest first. */
export const findConnections = async ({
  database,
  filter: { id, name, owner, provider } = {},
  req,
}: FindConnectionsArgs): Promise<StoredConnection[]> => {
  const session = await database.session(req)
  const { rows } = await session.execute(sql`
    select id, provider, name, label, owner_id, active as is_active, settings, sealed, status,
      last_success_at, last_error, auth_failures, deactivated_reason
    from ${database.table('syncConnections')}
    where true
      ${id === undefined ? sql`` : sql`and id::text = ${String(id)}`}
      ${name === undefined ? sql`` : sql`and name = ${name}`}
      ${provider === undefined ? sql`` : sql`and provider = ${provider}`}
      ${owner === undefined ? sql`` : sql`and owner_id::text = ${String(owner)}`}
    order by created_at, id`)
  return (rows as Row[]).map(toConnection)
}

const toConnection = (row: Row): StoredConnection => ({
  id: row.id,
  name: row.name,
  authFailures: Number(row.auth_failures ?? 0),
  deactivatedReason: row.deactivated_reason,
  isActive: row.is_active === true,
  label: row.label ?? row.name,
  lastError: row.last_error,
  lastSuccessAt: toMoment(row.last_success_at),
  owner: row.owner_id,
  provider: row.provider,
  sealed: row.sealed,
  settings: row.settings ?? {},
  status: row.status,
})
