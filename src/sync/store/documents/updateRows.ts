import type { SQL } from '@payloadcms/db-postgres/drizzle'
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
export const updateRows = async ({ database, req, ...args }: UpdateRowsArgs): Promise<void> => {
  const session = await database.session(req)
  const { rowCount } = await session.execute(toUpdate(args))
  requireAll({ found: rowCount, wanted: args.rows.length })
}

/** The statement that writes some columns of rows, each known by its `id`. */
export const toUpdate = ({
  columns,
  rows,
  table,
}: Pick<UpdateRowsArgs, 'columns' | 'rows' | 'table'>): SQL => {
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
  return sql`update ${table} set ${set} from ${records}
    where ${id} = ${sql.identifier('said')}.${sql.identifier(id.name)}`
}

type RequireAllArgs = { found: null | number; wanted: number }

/** @throws Error when a statement found fewer documents than it was to write */
export const requireAll = ({ found, wanted }: RequireAllArgs): void => {
  if (found !== wanted) {
    throw new Error(`Of ${wanted} documents to write ${found ?? 0} were there.`)
  }
}
