import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Database } from '../Database.js'

import { inSight } from '../connections/inSight.js'

type FindLastSuccessArgs = { database: Database; schedule: number | string; sight: Sight }

/** When a run that a schedule asked for completed last, ISO 8601; `null` where none did. */
export const findLastSuccess = async ({
  database,
  schedule,
  sight,
}: FindLastSuccessArgs): Promise<null | string> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const seen = inSight({ column: logs.connection!, sight })
  const { rows } = await session.execute(sql`
    select max(${logs.finishedAt!}) as at from ${logs}
    where ${logs.scheduled_schedule!}::text = ${String(schedule)} and ${logs.status!} = 'completed'
      ${seen ? sql`and ${seen}` : sql``}`)
  const [row] = rows as { at: Date | null | string }[]
  return row?.at ? new Date(row.at).toISOString() : null
}
