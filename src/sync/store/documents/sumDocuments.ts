import { type SQL, sql } from '@payloadcms/db-postgres/drizzle'

import type { Sum, SumArgs } from '../../../sdk/content/KitPage.js'
import type { Database } from '../Database.js'

import { STORED_PREFIX } from '../../../sdk/connections/Connection.js'
import { findContentTable } from '../findContentTable.js'

type SumDocumentsArgs = {
  database: Database
  /** Id of the user whose documents count, and those that came with connections of the config. */
  owner: number | string
} & SumArgs<string>

/** What stands in a field of decimals; anything else counts nothing, instead of ending the query. */
const DECIMAL = String.raw`^-?[0-9]+(\.[0-9]+)?$`

const FORMATS = { month: 'YYYY-MM', year: 'YYYY' } as const

/**
 * Adds up decimals of the documents of one person, as Postgres' own `numeric`: without rounding.
 *
 * @throws Error for a collection or field that the project does not have
 */
export const sumDocuments = async ({
  by,
  collection,
  database,
  field,
  owner,
  period,
  where = {},
}: SumDocumentsArgs): Promise<Sum[]> => {
  const table = findContentTable({ collection, payload: database.payload })
  const column = (name: string): SQL => {
    const found = table?.[name]
    if (!found) {
      throw new Error(`There is no field "${name}" in "${collection}" to add up by.`)
    }
    return sql`${found}`
  }
  const periodOf = period
    ? sql`to_char(${column(period.field)} at time zone 'UTC', ${FORMATS[period.unit]}::text)`
    : sql`null::text`
  const groups = by.map((name) => sql`${column(name)}::text`)
  const conditions = Object.entries(where).map(
    ([name, values]) =>
      sql` and ${column(name)}::text in (${sql.join(
        values.map((value) => sql`${value}`),
        sql`, `,
      )})`,
  )
  const positions = sql.raw([...groups, periodOf].map((_, index) => String(index + 1)).join(', '))
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select ${sql.join([...groups.map((group, index) => sql`${group} as ${sql.identifier(`by_${index}`)}`), sql`${periodOf} as period`], sql`, `)},
      count(*)::int as count, sum(${column(field)}::numeric)::text as sum
    from ${table}
    where (${column('owner')}::text = ${String(owner)}
        or (${column('owner')} is null and ${column('connection')} not like ${`${STORED_PREFIX}%`}))
      and ${column(field)} ~ ${DECIMAL}${sql.join(conditions, sql``)}
    group by ${positions} order by ${positions}`)
  return (
    rows as ({ count: number; period: null | string; sum: string } & Record<
      string,
      null | string
    >)[]
  ).map(({ count, period: ofPeriod, sum, ...values }) => ({
    by: Object.fromEntries(by.map((name, index) => [name, values[`by_${index}`] ?? null])),
    count,
    period: ofPeriod,
    sum,
  }))
}
