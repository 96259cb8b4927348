import type { PayloadRequest } from 'payload'

import { and, eq, lt, sql } from '@payloadcms/db-postgres/drizzle'

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
  scope: string
  /** Whatever was seen since is present. */
  startedAt: Date
}

export type AbsentRecord = {
  absences: number
  collection: string
  documentId: string
  externalId: string
}

export type AbsenceReport = {
  /** Set when too many would go at once; nothing was counted then. */
  isSuspicious: boolean
  /** Records that this read makes missing. */
  missing: AbsentRecord[]
  notSeen: number
  total: number
}

/** Below this many absent records a large share proves nothing: small scopes change a lot. */
const FEW = 5

/**
 * Counts one more absence for every record of a completely read scope that was not in it. Call it
 * only for a scope that proves absence and was read to its end without an error.
 */
export const countAbsence = async ({
  database,
  provider,
  req,
  resource,
  rules,
  scope,
  startedAt,
}: CountAbsenceArgs): Promise<AbsenceReport> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const isInScope = and(
    eq(table.provider!, provider),
    eq(table.resource!, resource),
    eq(table.scope!, scope),
  )
  const wasNotSeen = lt(table.lastSeenAt!, startedAt.toISOString())
  const [counted] = await session
    .select({
      notSeen: sql<number>`count(*) filter (where ${wasNotSeen})::int`,
      total: sql<number>`count(*)::int`,
    })
    .from(table)
    .where(isInScope)
  const { notSeen, total } = counted ?? { notSeen: 0, total: 0 }
  if (notSeen === 0) {
    return { isSuspicious: false, missing: [], notSeen, total }
  }
  if (notSeen >= FEW && notSeen > total * rules.maxShare) {
    return { isSuspicious: true, missing: [], notSeen, total }
  }
  const absent = await session
    .update(table)
    .set({ absences: sql`coalesce(${table.absences!}, 0) + 1` })
    .where(and(isInScope, wasNotSeen))
    .returning({
      absences: table.absences!,
      collection: table.collection!,
      documentId: table.documentId!,
      externalId: table.externalId!,
    })
  const missing = (absent as AbsentRecord[]).filter(
    ({ absences }) => Number(absences) === rules.after,
  )
  return { isSuspicious: false, missing, notSeen, total }
}
