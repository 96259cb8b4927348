import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database, Table } from '../Database.js'

import { toRecordset } from './toRecordset.js'

export type VersionTable = {
  /** Columns of the document's values, by their names in the table of the documents. */
  columns: ReadonlyMap<string, PgColumn>
  hasDrafts: boolean
  /** How many versions of a document are kept; 0 for all. */
  max: number
  table: Table
}

type InsertVersionsArgs = {
  database: Database
  /** Ids of documents and their values, by the names of the columns. */
  documents: readonly { id: number | string; row: Readonly<Record<string, unknown>> }[]
  /** Whether the documents may have earlier versions. */
  isUpdate: boolean
  req: PayloadRequest
  versions: VersionTable
}

/**
 * Keeps a published version of each document by one statement, past Payload: they become the newest
 * ones, and what is more than a document may have is deleted, as Payload does after each write.
 *
 * @see `versions/saveVersion.js` and `versions/enforceMaxVersions.js` of payload
 */
export const insertVersions = async ({
  database,
  documents,
  isUpdate,
  req,
  versions: { columns, hasDrafts, max, table },
}: InsertVersionsArgs): Promise<void> => {
  if (documents.length === 0) {
    return
  }
  const session = await database.session(req)
  const now = new Date().toISOString()
  const { autosave, createdAt, latest, parent, updatedAt } = table as Record<
    string,
    PgColumn | undefined
  >
  const own: readonly (readonly [string, PgColumn | undefined, unknown])[] = [
    ['$parent', parent, undefined],
    ['$createdAt', createdAt, now],
    ['$updatedAt', updatedAt, now],
    ['$latest', latest, true],
    ['$autosave', autosave, false],
  ]
  const all = new Map([
    ...columns,
    ...own.flatMap(([key, column]) => (column ? [[key, column] as const] : [])),
  ])
  const values = Object.fromEntries(own.map(([key, , value]) => [key, value]))
  const { records, values: selected } = toRecordset({
    alias: 'said',
    columns: all,
    rows: documents.map(({ id, row }) => ({ ...row, ...values, $parent: id })),
  })
  const names = sql.join(
    [...all.values()].map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  await session.execute(sql`insert into ${table} (${names}) select ${selected} from ${records}`)
  if (!isUpdate) {
    return
  }
  const isOfThem = sql`${parent!} = any(${sql.param(documents.map(({ id }) => id))})`
  if (hasDrafts) {
    await session.execute(sql`update ${table} set ${sql.identifier(latest!.name)} = false
      where ${isOfThem} and ${latest!} and ${updatedAt!} < ${now}::timestamptz`)
  }
  if (max > 0) {
    await session.execute(sql`
      with numbered as (
        select ${parent!} as parent, ${updatedAt!} as at,
          row_number() over (partition by ${parent!} order by ${updatedAt!} desc) as place
        from ${table} where ${isOfThem}
      )
      delete from ${table} using numbered
      where numbered.place = ${max + 1} and ${parent!} = numbered.parent
        and ${updatedAt!} <= numbered.at`)
  }
}
