import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database, Table } from '../Database.js'

import { toRecordset } from './toRecordset.js'

type InsertRowsArgs = {
  /** The columns that are written, by their names in the adapter. */
  columns: ReadonlyMap<string, PgColumn>
  database: Database
  req: PayloadRequest
  /** Values of the columns as JSON holds them; `null` and absent are both nothing. */
  rows: readonly Readonly<Record<string, unknown>>[]
  table: Table
}

/**
 * Writes new documents by one statement, past Payload. Returns their ids by externalId, which must
 * be one of the columns.
 */
export const insertRows = async ({
  columns,
  database,
  req,
  rows,
  table,
}: InsertRowsArgs): Promise<ReadonlyMap<string, number | string>> => {
  const session = await database.session(req)
  const names = sql.join(
    [...columns.values()].map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  const { records, values } = toRecordset({ alias: 'said', columns, rows })
  const { rows: written } = await session.execute<{ id: number | string; key: string }>(
    sql`insert into ${table} (${names}) select ${values} from ${records}
      returning ${sql.identifier(table.id!.name)} as id,
        ${sql.identifier(table.externalId!.name)} as key`,
  )
  return new Map(written.map(({ id, key }) => [key, id]))
}
