import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database, Table } from '../Database.js'

import { toRecordset } from './toRecordset.js'

type UpdateRowsArgs = {
  /** The columns that are written, by their names in the adapter, without the id. */
  columns: ReadonlyMap<string, PgColumn>
  database: Database
  req: PayloadRequest
  /** Each with all the columns and its `id`. */
  rows: readonly ({ id: number | string } & Readonly<Record<string, unknown>>)[]
  table: Table
}

/**
 * Writes some columns of documents by one statement, past Payload.
 *
 * @throws Error when one of the documents is not there
 */
export const updateRows = async ({
  columns,
  database,
  req,
  rows,
  table,
}: UpdateRowsArgs): Promise<void> => {
  const session = await database.session(req)
  const id = table.id!
  const { records } = toRecordset({
    alias: 'said',
    columns: new Map([['id', id], ...columns]),
    rows,
  })
  const set = sql.join(
    [...columns.values()].map(
      ({ name }) =>
        sql`${sql.identifier(name)} = ${sql.identifier('said')}.${sql.identifier(name)}`,
    ),
    sql`, `,
  )
  const { rowCount } = await session.execute(
    sql`update ${table} set ${set} from ${records}
      where ${id} = ${sql.identifier('said')}.${sql.identifier(id.name)}`,
  )
  if (rowCount !== rows.length) {
    throw new Error(`Of ${rows.length} documents to write ${rowCount ?? 0} were there.`)
  }
}
