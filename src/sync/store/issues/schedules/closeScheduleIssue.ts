import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Database } from '../../Database.js'

import { isId } from '../../isId.js'
import { issuesInSight } from '../issuesInSight.js'

type CloseScheduleIssueArgs = {
  database: Database
  id: number | string
  now: Date
  sight: Sight
}

/** Closes an issue about a schedule. `false` when there is none of the id in sight. */
export const closeScheduleIssue = async ({
  id,
  database,
  now,
  sight,
}: CloseScheduleIssueArgs): Promise<boolean> => {
  if (!isId({ id, database })) {
    return false
  }
  const table = database.table('syncIssues')
  const session = await database.session()
  const closed = await session
    .update(table)
    .set({ status: 'resolved', updatedAt: now.toISOString() })
    .where(and(eq(table.id!, id), eq(table.kind!, 'schedule'), issuesInSight({ database, sight })))
    .returning({ id: table.id! })
  return closed.length > 0
}
