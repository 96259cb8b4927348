import type { PayloadRequest } from 'payload'

import { and, eq, isNotNull } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { Line } from './claim/lockLine.js'

import { isInLine } from './claim/lockLine.js'

type WakeRunsArgs = { database: Database; line: Line; req: PayloadRequest }

/** Lets the runs of a line that were put off go next. Returns how many. Lock the line first. */
export const wakeRuns = async ({ database, line, req }: WakeRunsArgs): Promise<number> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const woken = await session
    .update(logs)
    .set({ retryAt: null })
    .where(and(isInLine({ database, line }), eq(logs.status!, 'queued'), isNotNull(logs.retryAt!)))
    .returning({ id: logs.id! })
  return woken.length
}
