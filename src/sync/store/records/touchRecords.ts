import type { PayloadRequest } from 'payload'

import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { isOneOf } from '../isOneOf.js'

type TouchRecordsArgs = {
  database: Database
  externalIds: readonly string[]
  /**
   * Whether what is noted was said before: that the records are there was noted then.
   *
   * @default false
   */
  isPast?: boolean
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
  /** What saw them; `null` when it was no run. */
  runId: null | number | string
  /**
   * When they were said again, in the database's time: a word that waits is void then. A later
   * moment that they have stays.
   *
   * @default what they have stays
   */
  saidAt?: Date
  /** Key of the scope that would prove their absence; `null` leaves the one they have. */
  scope: null | string
}

/** Notes that the provider still has these records as they are stored. Touches no document. */
export const touchRecords = async ({
  database,
  externalIds,
  isPast = false,
  now,
  provider,
  req,
  resource,
  runId,
  saidAt,
  scope,
}: TouchRecordsArgs): Promise<void> => {
  if (externalIds.length === 0) {
    return
  }
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const before = sql`greatest(${table.saidAt!}, ${table.waitingAt!})`
  await session
    .update(table)
    .set({
      ...(!isPast && {
        absences: 0,
        lastSeenAt: now.toISOString(),
        // What was done to the document is undone when it is written.
        missingAt: null,
      }),
      ...(saidAt && {
        saidAt: sql`greatest(${saidAt.toISOString()}::timestamptz,
          case when ${before} <= clock_timestamp() then ${before} end)`,
        waiting: null,
        waitingAt: null,
      }),
      ...(scope !== null && { scope, seenRun: runId === null ? null : String(runId) }),
    })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        isOneOf({ column: table.externalId!, values: externalIds }),
      ),
    )
}
