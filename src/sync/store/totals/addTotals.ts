import type { PayloadRequest } from 'payload'

import { eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { DURATION_BOUNDS, toBoundName } from '../../run/DURATION_BOUNDS.js'
import { COUNT_NAMES } from '../../run/Run.js'

type AddTotalsArgs = {
  database: Database
  /** Its transaction carries the ending. */
  req: PayloadRequest
  runId: Run['id']
}

/**
 * Adds a run that has ended, as its row says by now, to the totals of its kind. A run that is retried
 * counts as often as it ends; its records and requests count once.
 */
export const addTotals = async ({ database, req, runId }: AddTotalsArgs): Promise<void> => {
  const logs = database.table('syncLogs')
  const totals = database.table('syncTotals')
  const session = await database.session(req)
  const seconds = sql`greatest(0, coalesce(extract(epoch from ${logs.finishedAt!} - ${logs.startedAt!}), 0))`
  const named = { requests: logs.requests!, ...toCounts(logs) }
  const news = Object.entries(named).map(([name, column]) => ({
    column: name === 'requests' ? 'requests' : `counts_${name}`,
    value: sql`greatest(0, coalesce(${column}, 0) - coalesce((${logs.counted!} ->> ${name})::numeric, 0))`,
  }))
  const added = [
    { column: 'runs', value: sql`1` },
    { column: 'seconds', value: seconds },
    ...DURATION_BOUNDS.map((bound) => ({
      column: `within_${toBoundName(bound)}`,
      value: sql`(${seconds} <= ${bound})::int`,
    })),
    ...news,
  ]
  const columns = added.map(({ column }) => sql.identifier(column))
  await session.execute(sql`
    insert into ${totals} as total
      (provider, resource, mode, status, ${sql.join(columns, sql`, `)})
    select ${logs.provider!}, ${logs.resource!}, ${logs.mode!}::text, ${logs.status!}::text,
      ${sql.join(
        added.map(({ value }) => value),
        sql`, `,
      )}
    from ${logs} where ${logs.id!} = ${runId}
    on conflict (provider, resource, mode, status) do update set ${sql.join(
      columns.map((column) => sql`${column} = coalesce(total.${column}, 0) + excluded.${column}`),
      sql`, `,
    )}`)
  const pairs = Object.entries(named).map(([name, column]) => sql`${name}::text, ${column}`)
  await session
    .update(logs)
    .set({ counted: sql`jsonb_build_object(${sql.join(pairs, sql`, `)})` })
    .where(eq(logs.id!, runId))
}

const toCounts = (logs: ReturnType<Database['table']>) =>
  Object.fromEntries(COUNT_NAMES.map((name) => [name, logs[`counts_${name}`]!]))
