import type { PayloadRequest } from 'payload'

import { and, count, eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { lockTransaction } from '../../locks/lockTransaction.js'

/** The runs that wait for each other: those of one connection and lane. */
export type Line = Pick<Run, 'connection' | 'lane' | 'provider'>

type LineArgs = { database: Database; line: Line; req: PayloadRequest }

/** Lets nobody else give out or take runs of this line until the transaction of `req` ends. */
export const lockLine = async ({ database, line, req }: LineArgs): Promise<void> => {
  const key = ['line', line.provider, line.connection, line.lane].join('/')
  await lockTransaction({ database, key, req })
}

/** How many runs of the line are at work. */
export const countRunning = async ({ database, line, req }: LineArgs): Promise<number> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const [row] = await session
    .select({ running: count() })
    .from(logs)
    .where(and(isInLine({ database, line }), eq(logs.status!, 'running')))
  return row?.running ?? 0
}

/** The condition of a run's being in this line. */
export const isInLine = ({ database, line }: Omit<LineArgs, 'req'>) => {
  const logs = database.table('syncLogs')
  return and(
    eq(logs.provider!, line.provider),
    eq(logs.connection!, line.connection),
    eq(logs.lane!, line.lane),
  )
}
