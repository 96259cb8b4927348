import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'

import { getTableColumns, getTableName, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database, Table } from '../Database.js'
import type { Id, Writing } from './Call.js'

import { groupBy } from '../../../shared/groupBy.js'
import { toRecordset } from '../documents/toRecordset.js'
import { requireAll, toUpdate } from '../documents/updateRows.js'
import { type Keys, readKeys } from './readConditions.js'

export type Session = Awaited<ReturnType<Database['session']>>
type Row = Readonly<Record<string, unknown>>

/** A statement for one document that nobody needs the answer of. */
export type Write =
  | { at: unknown; id: Id; kind: 'expire'; table: Table }
  | { at: unknown; id: Id; kind: 'supersede'; parent: Id; table: Table }
  | { id: Id; kind: 'update'; row: Row; table: Table }
  | { kind: 'delete'; table: Table; where: SQL }
  | { kind: 'insert'; row: Row; table: Table }

export type Buffer = {
  add: (args: { by: undefined | Writing; write: Write }) => void
  /** Does all that was added. Each document's are done in their order, those of all together. */
  flush: () => Promise<void>
}

type Group = { key: string; writes: Write[] }

/** Keeps statements back until somebody looks, and joins those of many documents. */
export const createBuffer = ({ session }: { session: Session }): Buffer => {
  let groups: Group[] = []
  let places = new Map<Writing, number>()
  return {
    add: ({ by, write }) => {
      const key = `${write.kind} ${getTableName(write.table)}`
      const last = by && places.get(by)
      // A row that is written twice by one statement would get one of the two.
      const from =
        last === undefined ? 0 : last + (groups[last]?.key === key && isUpdate(write) ? 1 : 0)
      const found = by ? groups.findIndex((group, index) => index >= from && group.key === key) : -1
      const place = found < 0 ? groups.push({ key, writes: [] }) - 1 : found
      groups[place]!.writes.push(write)
      if (by) {
        places.set(by, place)
      }
    },
    flush: async () => {
      const taken = groups
      groups = []
      places = new Map()
      for (const { writes } of taken) {
        await writeGroup({ session, writes })
      }
    },
  }
}

const isUpdate = ({ kind }: Write): boolean => kind === 'update'

type WriteGroupArgs = { session: Session; writes: readonly Write[] }

const writeGroup = async ({ session, writes }: WriteGroupArgs): Promise<void> => {
  const { table } = writes[0]!
  const of = <TKind extends Write['kind']>(kind: TKind) =>
    writes.filter((write): write is Extract<Write, { kind: TKind }> => write.kind === kind)
  switch (writes[0]!.kind) {
    case 'delete':
      await deleteAll({ session, table, wheres: of('delete').map(({ where }) => where) })
      return
    case 'expire':
      await session.execute(toExpire({ table, writes: of('expire') }))
      return
    case 'insert':
      for (const rows of groupBy({
        items: of('insert').map(({ row }) => row),
        keyOf: (row) => toMissing({ row, table }),
      }).values()) {
        await session.execute(toInsert({ rows, table }))
      }
      return
    case 'supersede':
      await session.execute(toSupersede({ table, writes: of('supersede') }))
      return
    default:
      for (const some of groupBy({
        items: of('update'),
        keyOf: ({ row }) => Object.keys(row).sort().join(' '),
      }).values()) {
        const keys = Object.keys(some[0]!.row).filter((key) => key !== 'id')
        const columns = pick({ keys, table })
        const rows = some.map(({ id, row }) => ({ ...row, id }))
        const { rowCount } = await session.execute(toUpdate({ columns, rows, table }))
        requireAll({ found: rowCount, wanted: rows.length })
      }
  }
}

type DeleteAllArgs = { session: Session; table: Table; wheres: readonly SQL[] }

const deleteAll = async ({ session, table, wheres }: DeleteAllArgs): Promise<void> => {
  const read = wheres.map((where) => ({ keys: readKeys(where), where }))
  const known = read.flatMap(({ keys }) => keys ?? [])
  for (const some of groupBy({
    items: known,
    keyOf: ({ columns }) => columns.map(({ name }) => name).join(' '),
  }).values()) {
    await session.execute(toDelete({ keys: some, table }))
  }
  const others = read.filter(({ keys }) => !keys).map(({ where }) => where)
  for (const where of others) {
    await session.delete(table).where(where)
  }
}

type ToDeleteArgs = { keys: readonly Keys[]; table: Table }

/** All keys are one parameter: a statement takes 65,535 of them, and lists have many paths. */
const toDelete = ({ keys, table }: ToDeleteArgs): SQL => {
  const { columns } = keys[0]!
  const { records } = toRecordset({
    alias: 'said',
    columns: new Map(columns.map((column) => [column.name, column])),
    rows: keys.flatMap(({ rows }) =>
      rows.map((row) => Object.fromEntries(row.map((value, at) => [columns[at]!.name, value]))),
    ),
  })
  const isSame = columns.map((column) => sql`${column} = ${toSaid(column)}`)
  return sql`delete from ${table} using ${records} where ${sql.join(isSame, sql` and `)}`
}

const toSaid = ({ name }: PgColumn): SQL => sql`${sql.identifier('said')}.${sql.identifier(name)}`

type PickArgs = { keys: readonly string[]; table: Table }

const pick = ({ keys, table }: PickArgs): Map<string, PgColumn> =>
  new Map(keys.map((key) => [key, table[key]!]))

type ToMissingArgs = { row: Row; table: Table }

/** The columns of which the database gives the value, by a default of its own. */
const toMissing = ({ row, table }: ToMissingArgs): string =>
  Object.entries<PgColumn>(getTableColumns(table))
    .filter(([key, { hasDefault }]) => hasDefault && row[key] === undefined)
    .map(([key]) => key)
    .join(' ')

type ToInsertArgs = { rows: readonly Row[]; table: Table }

const toInsert = ({ rows, table }: ToInsertArgs): SQL => {
  const columns = pick({ keys: [...new Set(rows.flatMap((row) => Object.keys(row)))], table })
  const names = sql.join(
    [...columns.values()].map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  const { records, values } = toRecordset({ alias: 'said', columns, rows })
  return sql`insert into ${table} (${names}) select ${values} from ${records}`
}

type ToVersionArgs<TKind> = { table: Table; writes: readonly Extract<Write, { kind: TKind }>[] }

/** Versions before a new one of their document are not its newest any more. */
const toSupersede = ({ table, writes }: ToVersionArgs<'supersede'>): SQL => {
  const { id, latest, parent, updatedAt } = table as Required<Table>
  const { records } = toRecordset({
    alias: 'said',
    columns: pick({ keys: ['id', 'parent', 'updatedAt'], table }),
    rows: writes.map(({ at, ...write }) => ({ ...write, updatedAt: at })),
  })
  return sql`update ${table} set ${sql.identifier(latest!.name)} = false from ${records}
    where ${id!} <> ${toSaid(id!)} and ${parent!} = ${toSaid(parent!)}
      and ${updatedAt!} < ${toSaid(updatedAt!)}`
}

const toExpire = ({ table, writes }: ToVersionArgs<'expire'>): SQL => {
  const { parent, updatedAt } = table as Required<Table>
  const { records } = toRecordset({
    alias: 'said',
    columns: pick({ keys: ['parent', 'updatedAt'], table }),
    rows: writes.map(({ id, at }) => ({ parent: id, updatedAt: at })),
  })
  return sql`delete from ${table} using ${records}
    where ${parent!} = ${toSaid(parent!)} and ${updatedAt!} <= ${toSaid(updatedAt!)}`
}
