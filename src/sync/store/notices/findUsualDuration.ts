import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

/** How many earlier runs tell what is usual. */
const MOST_RUNS = 20
const FEWEST_RUNS = 5

type FindUsualDurationArgs = {
  database: Database
  req: PayloadRequest
  run: Pick<Run, 'connection' | 'id' | 'mode' | 'provider' | 'resource'>
}

/**
 * How long the last runs of the same kind before this one took, in milliseconds: their median.
 * `undefined` while there are too few.
 */
export const findUsualDuration = async ({
  database,
  req,
  run: { id, connection, mode, provider, resource },
}: FindUsualDurationArgs): Promise<number | undefined> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const { rows } = await session.execute(sql`
    select count(*)::int as runs,
      percentile_cont(0.5) within group (order by took) * 1000 as median
    from (
      select extract(epoch from finished_at - started_at) as took from ${logs}
      where provider = ${provider} and resource = ${resource} and connection = ${connection}
        and mode::text = ${mode} and status::text in ('completed', 'partial')
        and finished_at is not null and started_at is not null and id <> ${id}
      order by finished_at desc limit ${MOST_RUNS}
    ) as earlier
  `)
  const [found] = rows as { median: null | number | string; runs: number }[]
  return found && found.runs >= FEWEST_RUNS ? Number(found.median) : undefined
}
