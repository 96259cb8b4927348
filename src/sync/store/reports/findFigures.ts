import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { and, gte, lt, sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Counts } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { COUNT_NAMES } from '../../run/Run.js'
import { inSight } from '../connections/inSight.js'

/** What runs that ended in a time come to. Durations and delays are in milliseconds. */
export type Figures = {
  durationMs: { max: null | number; median: null | number; p95: null | number }
  /** Why runs failed or left something out, the most frequent reason first. */
  failures: { code: string; runs: number }[]
  /** The longest that a worker's process could do nothing else; `null` before it was measured. */
  loopDelayMs: null | number
  /** The most that a worker's process held, in megabytes; `null` before it was measured. */
  peakMemoryMb: null | number
  records: Counts
  /** Sent to the provider. */
  requests: number
  /** How often runs were put off for a passing failure. */
  retries: number
  runs: { cancelled: number; completed: number; failed: number; partial: number; total: number }
  /** Of the runs that nobody cancelled, the share that is `completed`; `null` without any. */
  successRate: null | number
}

/** Figures of one group of runs; what they are not grouped by is `null`. */
export type FiguresRow = {
  /** Where its part of the time begins, in milliseconds since 1970. */
  at: null | number
  connection: null | string
  /** What the figures are of. */
  of: 'bucket' | 'connection' | 'provider' | 'schedule' | 'total'
  provider: null | string
  schedule: null | number | string
} & Figures

type FindFiguresArgs = {
  /** Parts of the time, in milliseconds. */
  bucketMs: number
  database: Database
  from: Date
  /** Of runs of this schedule only. @default all runs */
  schedule?: number | string
  /** @default 'all' */
  sight?: Sight
  /** Not included. */
  to: Date
}

/**
 * The figures of all runs that ended in a time, and of those of each provider, connection, schedule
 * and part of the time. The database counts; no run is loaded.
 */
export const findFigures = async ({
  bucketMs,
  database,
  from,
  schedule,
  sight = 'all',
  to,
}: FindFiguresArgs): Promise<FiguresRow[]> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const elapsedMs = sql`extract(epoch from (${logs.finishedAt!} - ${from.toISOString()}::timestamptz)) * 1000`
  const ended = sql`
    select ${logs.provider!} as provider, ${logs.connection!} as connection,
      ${logs.scheduled_schedule!} as schedule, ${logs.status!}::text as status,
      case when ${logs.status!} in ('failed', 'partial')
        then coalesce(${logs.error_code!}, 'UNKNOWN') end as code,
      coalesce(${logs.requests!}, 0) as requests, coalesce(${logs.retriesTotal!}, 0) as retries,
      ${logs.peakMemoryMb!} as memory, ${logs.loopDelayMs!} as delay,
      extract(epoch from (${logs.finishedAt!} - ${logs.startedAt!})) * 1000 as ms,
      floor(${elapsedMs} / ${bucketMs}::float8)::int as bucket,
      ${sql.join(
        COUNT_NAMES.map(
          (name) => sql`coalesce(${logs[`counts_${name}`]!}, 0) as ${sql.identifier(name)}`,
        ),
        sql`, `,
      )}
    from ${logs}
    where ${and(
      gte(logs.finishedAt!, from.toISOString()),
      lt(logs.finishedAt!, to.toISOString()),
      inSight({ column: logs.connection!, sight }),
      schedule === undefined
        ? undefined
        : sql`${logs.scheduled_schedule!}::text = ${String(schedule)}`,
    )}`
  const groups = sql`grouping(provider, connection, schedule, bucket) as grouping,
    provider, connection, schedule, bucket`
  const sets = (more: SQL): SQL => sql`group by grouping sets (
    (${more}), (provider, ${more}), (provider, connection, ${more}),
    (schedule, ${more}), (bucket, ${more}))`
  const [{ rows: totals }, { rows: reasons }] = await Promise.all([
    session.execute(sql`
      with ended as (${ended})
      select ${groups}, count(*)::int as total,
        ${sql.join(
          STATUSES.map(
            (status) =>
              sql`count(*) filter (where status = ${status})::int as ${sql.identifier(status)}`,
          ),
          sql`, `,
        )},
        max(ms)::float8 as longest,
        percentile_cont(0.5) within group (order by ms) as median,
        percentile_cont(0.95) within group (order by ms) as p95,
        sum(requests)::float8 as requests, sum(retries)::float8 as retries,
        max(memory)::float8 as memory, max(delay)::float8 as delay,
        ${sql.join(
          COUNT_NAMES.map(
            (name) => sql`sum(${sql.identifier(name)})::float8 as ${sql.identifier(name)}`,
          ),
          sql`, `,
        )}
      from ended, (select 1 as every) as one ${sets(sql`every`)}`),
    session.execute(sql`
      with ended as (${ended})
      select ${groups}, code, count(*)::int as runs
      from ended where code is not null ${sets(sql`code`)}
      order by runs desc, code`),
  ])
  const failures = new Map<string, Figures['failures']>()
  for (const row of reasons as unknown as ReasonRow[]) {
    const key = toGroupKey(row)
    failures.set(key, [...(failures.get(key) ?? []), { code: row.code, runs: row.runs }])
  }
  return (totals as unknown as TotalsRow[]).flatMap((row) => {
    const of = GROUPS.get(row.grouping)
    // Runs that no schedule asked for are of none.
    if (of === undefined || (of === 'schedule' && row.schedule === null)) {
      return []
    }
    const at = row.bucket === null ? null : from.getTime() + row.bucket * bucketMs
    const { connection, provider, schedule } = row
    const found = failures.get(toGroupKey(row)) ?? []
    return [{ at, connection, of, provider, schedule, ...toFigures(row), failures: found }]
  })
}

const STATUSES = ['completed', 'partial', 'failed', 'cancelled'] as const

/** By the bits of what is not grouped by: provider, connection, schedule, part of the time. */
const GROUPS = new Map<number, FiguresRow['of']>([
  [0b0011, 'connection'],
  [0b0111, 'provider'],
  [0b1101, 'schedule'],
  [0b1110, 'bucket'],
  [0b1111, 'total'],
])

type GroupRow = {
  bucket: null | number
  connection: null | string
  grouping: number
  provider: null | string
  schedule: null | number | string
}

type ReasonRow = { code: string; runs: number } & GroupRow

type TotalsRow = {
  delay: null | number
  longest: null | number
  median: null | number
  memory: null | number
  p95: null | number
  requests: null | number
  retries: null | number
  total: number
} & Counts &
  GroupRow &
  Record<(typeof STATUSES)[number], number>

const toGroupKey = ({ bucket, connection, grouping, provider, schedule }: GroupRow): string =>
  JSON.stringify([grouping, provider, connection, schedule, bucket])

const toFigures = (row: TotalsRow): Omit<Figures, 'failures'> => {
  const { cancelled, completed, failed, partial, total } = row
  const judged = completed + failed + partial
  return {
    durationMs: { max: round(row.longest), median: round(row.median), p95: round(row.p95) },
    loopDelayMs: row.delay,
    peakMemoryMb: row.memory,
    records: Object.fromEntries(COUNT_NAMES.map((name) => [name, row[name] ?? 0])) as Counts,
    requests: row.requests ?? 0,
    retries: row.retries ?? 0,
    runs: { cancelled, completed, failed, partial, total },
    successRate: judged === 0 ? null : completed / judged,
  }
}

const round = (value: null | number): null | number => (value === null ? null : Math.round(value))
