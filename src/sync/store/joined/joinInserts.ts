import { getTableColumns, getTableName } from '@payloadcms/db-postgres/drizzle'
import { randomUUID } from 'node:crypto'

import type { getAdapter, Table } from '../Database.js'
import type { Id, Turns } from './Call.js'
import type { Buffer } from './createBuffer.js'

import { toTransport } from './toTransport.js'

type Adapter = ReturnType<typeof getAdapter>
type Row = Record<string, unknown>

type InsertArgs = {
  db: unknown
  onConflictDoUpdate?: { set: Row; target: unknown; where?: unknown }
  tableName: string
  values: Row | Row[]
}

type JoinInsertsArgs = {
  adapter: Adapter
  buffer: Buffer
  table: Table
  turns: Turns
  versions: Table | undefined
}

/**
 * The adapter's `insert`, which keeps rows back. Others point to rows by their ids, so these are
 * taken from the database before.
 */
export const joinInserts = ({ adapter, buffer, table, turns, versions }: JoinInsertsArgs) => {
  const own = new Set([table, versions].flatMap((each) => (each ? [getTableName(each)] : [])))

  return async (args: InsertArgs): Promise<Row[]> => {
    const { onConflictDoUpdate: conflict, tableName, values } = args
    const into = adapter.tables[tableName] as unknown as Table
    const alone = async (): Promise<Row[]> => await adapter.insert(args as never)
    const rows = Array.isArray(values) ? values : [values]
    const carried = rows.map((row) => toTransport({ row, table: into }))
    if (!carried.every((row) => row !== undefined)) {
      return await alone()
    }
    const by = turns.self()
    if (conflict) {
      const [row] = rows
      const isUpdate =
        rows.length === 1 &&
        conflict.set === row &&
        conflict.where === undefined &&
        conflict.target === into.id &&
        isId(row.id)
      if (!isUpdate) {
        return await alone()
      }
      const id = row.id as Id
      buffer.add({ by, write: { id, kind: 'update', row: carried[0]!, table: into } })
      return [{ ...row }]
    }
    const isPointedTo = own.has(tableName) || '_order' in getTableColumns(into)
    const missing = rows.filter(({ id }) => !isId(id)).length
    let ids: Id[] = []
    if (isPointedTo && missing > 0) {
      switch (into.id!.getSQLType()) {
        case 'serial':
          ids = (await turns.wait({ count: missing, kind: 'ids', table: into })) as Id[]
          break
        case 'uuid':
          ids = Array.from({ length: missing }, () => randomUUID())
          break
        default:
          return await alone()
      }
    }
    return rows.map((given, index) => {
      const id = isId(given.id) ? given.id : ids.shift()
      const row = { ...carried[index]!, ...(id !== undefined && { id }) }
      buffer.add({ by, write: { kind: 'insert', row, table: into } })
      return { ...given, ...(id !== undefined && { id }) }
    })
  }
}

const isId = (id: unknown): id is Id => typeof id === 'number' || typeof id === 'string'
