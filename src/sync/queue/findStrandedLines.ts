import { inArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../store/Database.js'
import type { Line } from '../store/runs/claim/lockLine.js'
import type { KnownWork } from '../store/runs/knownWork.js'

import { ACTIVE_STATUSES } from '../run/RunStatus.js'
import { isKnownWork } from '../store/runs/knownWork.js'
import { toTaskKeyPrefix } from './TaskPayload.js'

type FindStrandedLinesArgs = { database: Database; known: KnownWork; now: Date }

/**
 * How long a worker may have the task of a run before it takes the run. After that it is dead or
 * hangs; should it be slow only, the run is taken once all the same.
 */
const TAKING_LIMIT_MS = 5_000

/**
 * Lines in which a run is due that this process knows, none is at work and no task will start one: their worker died after
 * it took the task and before it took the run, or the queue has given the task up.
 */
export const findStrandedLines = async ({
  database,
  known,
  now,
}: FindStrandedLinesArgs): Promise<Line[]> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const isDue = sql`
    ${logs.status!} = 'queued' and ${isKnownWork({ database, known })}
    and (${logs.retryAt!} is null or ${logs.retryAt!} <= ${now.toISOString()}::timestamptz)
  `
  const isTaskAlive = sql`
    case
      when jobs.locked_at is null then jobs.attempts < jobs.max_attempts
      else jobs.locked_at > now() - ${TAKING_LIMIT_MS} * interval '1 millisecond'
    end
  `
  const rows = await session
    .select({ connection: logs.connection!, lane: logs.lane!, provider: logs.provider! })
    .from(logs)
    .leftJoin(
      sql`${sql.identifier(database.queueSchema)}.jobs as jobs`,
      sql`jobs.key = ${toTaskKeyPrefix(database.schema())} || ${logs.id!}::text`,
    )
    .where(inArray(logs.status!, [...ACTIVE_STATUSES]))
    .groupBy(logs.connection!, logs.lane!, logs.provider!)
    .having(
      sql`
        bool_and(${logs.status!} = 'queued')
        and bool_or(${isDue})
        and not bool_or(${isDue} and jobs.id is not null and ${isTaskAlive})
      `,
    )
  return rows as Line[]
}
