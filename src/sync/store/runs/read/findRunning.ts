import { eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

/** A run that says it is at work, with what decides whether it may go on elsewhere. */
export type RunningRun = {
  /** How many workers died with it since it last got on. */
  crashes: number
  isCancelRequested: boolean
} & Pick<Run, 'attempt' | 'connection' | 'id' | 'lane' | 'provider' | 'resource'>

/** Every run that says `running`: as many as workers have in hand, and those of dead workers. */
export const findRunning = async (database: Database): Promise<RunningRun[]> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const rows = await session
    .select({
      id: logs.id!,
      attempt: logs.attempt!,
      cancelRequestedAt: logs.cancelRequestedAt!,
      connection: logs.connection!,
      crashes: logs.crashes!,
      lane: logs.lane!,
      provider: logs.provider!,
      resource: logs.resource!,
    })
    .from(logs)
    .where(eq(logs.status!, 'running'))
  return rows.map(({ cancelRequestedAt, ...row }) => {
    const run = row as Omit<RunningRun, 'isCancelRequested'>
    return {
      ...run,
      attempt: Number(run.attempt),
      crashes: Number(run.crashes ?? 0),
      isCancelRequested: cancelRequestedAt !== null,
    }
  })
}
