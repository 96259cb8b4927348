import { inArray, notInArray, sql } from '@payloadcms/db-postgres/drizzle'
import { z } from 'zod'

import type { Database } from '../Database.js'

import { ACTIVE_STATUSES } from '../../run/RunStatus.js'
import { toPercent } from '../../run/toPercent.js'

const runsSchema = z.array(
  z.object({
    id: z.unknown().optional(),
    recordsDone: z.number().nullable(),
    recordsTotal: z.number().nullable(),
    retryAt: z.unknown().optional(),
    scopesDone: z.number().nullable(),
    scopesTotal: z.number().nullable(),
    status: z.string(),
  }),
)

/**
 * A text that is another one as soon as a run is queued, starts, moves on by a percent, is put off or
 * ends, wherever that happens. One statement, which looks at the runs that wait and work.
 */
export const findRunStamp = async (database: Database): Promise<string> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select
      (
        select max(${logs.updatedAt!}) from ${logs}
        where ${notInArray(logs.status!, [...ACTIVE_STATUSES])}
      )::text as ended,
      (
        select coalesce(json_agg(json_build_object(
          'id', ${logs.id!},
          'recordsDone', ${logs.progress_recordsDone!},
          'recordsTotal', ${logs.progress_recordsTotal!},
          'retryAt', ${logs.retryAt!},
          'scopesDone', ${logs.progress_scopesDone!},
          'scopesTotal', ${logs.progress_scopesTotal!},
          'status', ${logs.status!}
        ) order by ${logs.id!}), '[]')
        from ${logs} where ${inArray(logs.status!, [...ACTIVE_STATUSES])}
      ) as active`)
  const [{ active, ended } = { active: [], ended: null }] = rows
  const runs = runsSchema
    .parse(active)
    .map(({ id, recordsDone, retryAt, scopesDone, status, ...progress }) => [
      id,
      status,
      retryAt,
      toPercent({ ...progress, recordsDone: recordsDone ?? 0, scopesDone: scopesDone ?? 0 }),
    ])
  return JSON.stringify([ended, runs])
}
