import type { PayloadRequest } from 'payload'

import { and, eq, inArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'

export type AbsenceRules = {
  /** How many complete reads in a row must lack a record before it is reported missing. */
  after: number
  /** The share of a scope that may go at once, 0 to 1; more is taken for a mistake. */
  maxShare: number
}

type CountAbsenceArgs = {
  database: Database
  provider: string
  req: PayloadRequest
  resource: string
  rules: AbsenceRules
  /** The run that has read the scope. */
  runId: Run['id']
  scope: string
  /** Whatever anybody heard of since is there. In the database's time. */
  since: Date
}

export type AbsentRecord = {
  absences: number
  collection: string
  documentId: string
  externalId: string
}

export type AbsenceReport = {
  /** How many were there last time, and are not now. */
  going: number
  /** Set when too many would go at once; nothing was counted then. */
  isSuspicious: boolean
  /** Records that this read makes missing. */
  missing: AbsentRecord[]
  /** How many were there last time. */
  total: number
}

/** Below this many absent records a large share proves nothing: small scopes change a lot. */
const FEW = 5

/**
 * Counts one more absence for every record of a completely read scope that was not in it: the run
 * did not see it, and nobody else has heard of it since the run began to read. No clock of a host
 * is asked. Call it only for a scope that proves absence and was read to its end without an error.
 */
export const countAbsence = async ({
  database,
  provider,
  req,
  resource,
  rules,
  runId,
  scope,
  since,
}: CountAbsenceArgs): Promise<AbsenceReport> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const isInScope = and(
    eq(table.provider!, provider),
    eq(table.resource!, resource),
    eq(table.scope!, scope),
  )
  const wasNotSeen = sql`(${table.seenRun!} is distinct from ${String(runId)} and
    (${table.saidAt!} is null or ${table.saidAt!} < ${since.toISOString()}::timestamptz))`
  // Those that were absent before were judged when they went.
  const wasThere = sql`coalesce(${table.absences!}, 0) = 0`
  const [counted] = await session
    .select({
      going: sql<number>`count(*) filter (where ${wasThere} and ${wasNotSeen})::int`,
      total: sql<number>`count(*) filter (where ${wasThere})::int`,
    })
    .from(table)
    .where(isInScope)
  const { going, total } = counted ?? { going: 0, total: 0 }
  if (going >= FEW && going > total * rules.maxShare) {
    return { going, isSuspicious: true, missing: [], total }
  }
  // Whoever is at work on a record right now has just seen it, and is not waited for.
  const absentIds = session
    .select({ id: table.id! })
    .from(table)
    .where(and(isInScope, wasNotSeen))
    .for('no key update', { skipLocked: true })
  const absent = await session
    .update(table)
    .set({ absences: sql`coalesce(${table.absences!}, 0) + 1` })
    .where(inArray(table.id!, absentIds))
    .returning({
      absences: table.absences!,
      collection: table.collection!,
      documentId: table.documentId!,
      externalId: table.externalId!,
    })
  const missing = (absent as AbsentRecord[]).filter(
    ({ absences }) => Number(absences) === rules.after,
  )
  return { going, isSuspicious: false, missing, total }
}
