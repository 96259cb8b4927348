import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Priority, Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { PRIORITIES } from '../../../run/Run.js'

type RaisePriorityArgs = { database: Database; priority: Priority; req: PayloadRequest; run: Run }

/**
 * Makes a waiting run as urgent as it is asked for now, never less. Returns the run as it is then.
 */
export const raisePriority = async ({
  database,
  priority,
  req,
  run,
}: RaisePriorityArgs): Promise<Run> => {
  if (PRIORITIES.indexOf(priority) >= PRIORITIES.indexOf(run.priority)) {
    return run
  }
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  await session
    .update(logs)
    .set({ priority })
    .where(and(eq(logs.id!, run.id), eq(logs.status!, 'queued')))
  return { ...run, priority }
}
