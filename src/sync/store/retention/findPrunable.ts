import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { Keep, PrunedKey } from './PRUNED.js'

import { PRUNED } from './PRUNED.js'

type PrunableArgs = { database: Database; keep: Keep; key: PrunedKey; now: Date }

const DAY_MS = 24 * 60 * 60_000

/** Whoever looks at what has just ended must find it, however many there are. */
const LEAST_MS = 60 * 60_000

/** The rows that have been there for too long, or that are too many. */
const toPrunable = ({ database, keep: { days, most }, key, now }: PrunableArgs): SQL => {
  const { collection, isKept, isOver, overAt } = PRUNED[key]
  const table = database.table(collection)
  const before = (ms: number): string => new Date(now.getTime() - ms).toISOString()
  const isOld = days > 0 ? sql`ranked.over_at < ${before(days * DAY_MS)}` : sql`false`
  const isBeyond = most > 0 ? sql`ranked.place > ${most}` : sql`false`
  return sql`
    from (
      select ${table.id!} as id, ${overAt(database)} as over_at, ${isKept(database)} as is_kept,
        row_number() over (order by ${overAt(database)} desc, ${table.id!} desc) as place
      from ${table} where ${isOver(database)}
    ) as ranked
    where (${isOld} or ${isBeyond}) and not ranked.is_kept and ranked.over_at < ${before(LEAST_MS)}`
}

/** The ids of the oldest that may go, so many at most. */
export const findPrunable = async ({
  limit,
  ...args
}: { limit: number } & PrunableArgs): Promise<(number | string)[]> => {
  const session = await args.database.session()
  const { rows } = await session.execute(
    sql`select ranked.id ${toPrunable(args)} order by ranked.over_at, ranked.id limit ${limit}`,
  )
  return (rows as { id: number | string }[]).map(({ id }) => id)
}

/** How many may go. */
export const countPrunable = async (args: PrunableArgs): Promise<number> => {
  const session = await args.database.session()
  const { rows } = await session.execute(sql`select count(*)::int as count ${toPrunable(args)}`)
  return (rows as { count: number }[])[0]?.count ?? 0
}

type DeletePrunedArgs = {
  database: Database
  ids: readonly (number | string)[]
  key: PrunedKey
}

/** Deletes rows, but for those that are not over any more, such as a run that is retried. */
export const deletePruned = async ({ database, ids, key }: DeletePrunedArgs): Promise<number> => {
  const { collection, isOver } = PRUNED[key]
  const table = database.table(collection)
  const session = await database.session()
  const deleted = await session
    .delete(table)
    .where(
      sql`${isOver(database)} and ${table.id!} in (${sql.join(
        ids.map((id) => sql`${id}`),
        sql`, `,
      )})`,
    )
    .returning({ id: table.id! })
  return deleted.length
}
