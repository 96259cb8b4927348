import type { PayloadRequest } from 'payload'

import { and, asc, eq, gt, isNull, lte, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'
import type { Line } from '../claim/lockLine.js'
import type { KnownWork } from '../knownWork.js'

import { isInLine } from '../claim/lockLine.js'
import { isKnownWork } from '../knownWork.js'

type FindNextRunsArgs = {
  database: Database
  /** Others are for other processes. */
  known: KnownWork
  limit: number
  line: Line
  now: Date
  req: PayloadRequest
}

export type NextRun = {
  /** Milliseconds to wait before it may start. */
  delayMs: number
  id: Run['id']
  /** Whether a process had it that does not know its resource, and nobody took it since. */
  isLeft: boolean
} & Pick<Run, 'priority' | 'provider' | 'resource'>

/**
 * The queued runs of a line that go next of those this process knows: by priority, then by age. When all that wait were put
 * off, the one whose time comes first.
 */
export const findNextRuns = async ({
  database,
  known,
  limit,
  line,
  now,
  req,
}: FindNextRunsArgs): Promise<NextRun[]> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const isQueued = and(
    isInLine({ database, line }),
    eq(logs.status!, 'queued'),
    isKnownWork({ database, known }),
  )
  const columns = {
    id: logs.id!,
    priority: logs.priority!,
    resource: logs.resource!,
    retryAt: logs.retryAt!,
    unknownSince: logs.unknownSince!,
  }
  const moment = now.toISOString()
  const ready = await session
    .select(columns)
    .from(logs)
    .where(and(isQueued, or(isNull(logs.retryAt!), lte(logs.retryAt!, moment))))
    // Priorities are an enum of the database, which sorts as the list is written.
    .orderBy(
      asc(logs.priority!),
      asc(sql`coalesce(${logs.queuedAt!}, ${logs.createdAt!})`),
      asc(logs.id!),
    )
    .limit(limit)
  const putOff =
    ready.length > 0
      ? []
      : await session
          .select(columns)
          .from(logs)
          .where(and(isQueued, gt(logs.retryAt!, moment)))
          .orderBy(asc(logs.retryAt!))
          .limit(1)
  return [...ready, ...putOff].map(({ id, priority, resource, retryAt, unknownSince }) => ({
    id: id as Run['id'],
    delayMs: retryAt ? Math.max(0, Date.parse(retryAt as string) - now.getTime()) : 0,
    isLeft: unknownSince !== null,
    priority: priority as Run['priority'],
    provider: line.provider,
    resource: resource as string,
  }))
}
