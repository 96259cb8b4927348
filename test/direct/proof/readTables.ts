import { toComparable } from './proofHooks.js'

type Row = Record<string, unknown>
export type Queryable = { query: (text: string, values?: unknown[]) => Promise<{ rows: Row[] }> }

type ReadTablesArgs = {
  pool: Queryable
  /** Which tables, as a regular expression of PostgreSQL. */
  tables: string
}

const OWN = /^(?:_uuid|(?:version_)?(?:created|updated)_at)$/

/**
 * All rows of the tables of a collection, without what is a row's own: its id, its name, and when it
 * was written. Each is with the row that it belongs to.
 */
export const readTables = async ({ pool, tables }: ReadTablesArgs): Promise<unknown[]> => {
  const names = known.get(tables) ?? (await findTables({ pool, tables }))
  known.set(tables, names)
  // All by one statement, which is most of the time that a case takes otherwise.
  const { rows: read } = await pool.query(
    names
      .map(
        ({ name }) => `select '${name}' as name,
          (select coalesce(jsonb_agg(one), '[]') from "${name}" one) as rows`,
      )
      .join(' union all '),
  )
  const stored = new Map(read.map(({ name, rows }) => [String(name), rows as Row[]]))
  const points = new Map(names.map(({ name, points: to }) => [name, to]))
  const describe = (table: string, row: Row): Row =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => column !== 'id')
        .map(([column, value]) => {
          const to = points.get(table)?.[column]
          const of = to === undefined ? undefined : stored.get(to)
          const target = of?.find(({ id }) => id === value)
          return target
            ? [column, describe(to!, target)]
            : [column, OWN.test(column) ? typeof value : value]
        }),
    )
  return [...stored].map(([name, rows], place) => ({
    // Tables of the two ways have different names and the same order.
    name: place,
    rows: rows
      .map((row) => toComparable(describe(name, row)))
      .map((row) => [JSON.stringify(row), row] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, row]) => row),
  }))
}

type Found = { name: string; points: Record<string, string> }

/** Nobody makes a table while a proof runs. */
const known = new Map<string, Found[]>()

const findTables = async ({ pool, tables }: ReadTablesArgs): Promise<Found[]> => {
  const { rows } = await pool.query(
    `select t.table_name as name,
      (select jsonb_object_agg(k.column_name, p.table_name)
        from information_schema.table_constraints f
        join information_schema.key_column_usage k using (constraint_schema, constraint_name)
        join information_schema.constraint_column_usage p using (constraint_schema, constraint_name)
        where f.table_schema = 'public' and f.table_name = t.table_name
          and f.constraint_type = 'FOREIGN KEY') as points
    from information_schema.tables t
    where t.table_schema = 'public' and t.table_name ~ $1
    order by t.table_name collate "C"`,
    [tables],
  )
  return rows.map(({ name, points }) => ({
    name: String(name),
    points: (points ?? {}) as Found['points'],
  }))
}
