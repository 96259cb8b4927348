import { and, eq, inArray, isNull, lt, lte, not, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { Lane, Run } from '../../run/Run.js'
import type { Database } from '../Database.js'
import type { KnownWork } from './knownWork.js'

import { isKnownWork } from './knownWork.js'

/** How long a run waits for a process that knows its resource and connection. */
const PATIENCE_MS = 60 * 60_000

/** How old the note of a run may get that this process will do. */
const REFRESH_MS = 10 * 60_000

type Args = { database: Database; known: KnownWork; now: Date }

/** A run that no process knew for as long as one is waited for. */
export type UnknownRun = Pick<
  Run,
  'attempt' | 'connection' | 'id' | 'lane' | 'provider' | 'resource'
>

/** Notes since when the runs wait that are due and of no resource or connection that this process knows. */
export const noteUnknownRuns = async ({ database, known, now }: Args): Promise<void> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const moment = now.toISOString()
  await session
    .update(logs)
    .set({ unknownSince: moment })
    .where(
      and(
        eq(logs.status!, 'queued'),
        isNull(logs.unknownSince!),
        or(isNull(logs.retryAt!), lte(logs.retryAt!, moment)),
        not(isKnownWork({ database, known })),
      ),
    )
}

/**
 * Says of such runs that there is a process after all which knows them and works in their lane,
 * this one: others wait for it from now on.
 */
export const vouchForRuns = async ({
  database,
  known,
  lanes,
  now,
}: { lanes: readonly Lane[] } & Args): Promise<void> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  await session
    .update(logs)
    .set({ unknownSince: now.toISOString() })
    .where(
      and(
        eq(logs.status!, 'queued'),
        inArray(logs.lane!, [...lanes]),
        lt(logs.unknownSince!, new Date(now.getTime() - REFRESH_MS).toISOString()),
        isKnownWork({ database, known }),
      ),
    )
}

/** The runs that waited in vain. */
export const findAbandonedRuns = async ({ database, known, now }: Args): Promise<UnknownRun[]> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const rows = await session
    .select({
      id: logs.id!,
      attempt: sql<number>`coalesce(${logs.attempt!}, 0)::int`,
      connection: logs.connection!,
      lane: logs.lane!,
      provider: logs.provider!,
      resource: logs.resource!,
    })
    .from(logs)
    .where(
      and(
        eq(logs.status!, 'queued'),
        lte(logs.unknownSince!, new Date(now.getTime() - PATIENCE_MS).toISOString()),
        not(isKnownWork({ database, known })),
      ),
    )
    .limit(100)
  return rows as UnknownRun[]
}
