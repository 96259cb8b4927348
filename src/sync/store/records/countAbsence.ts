import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { and, eq, inArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database, Table } from '../Database.js'

export type AbsenceRules = {
  /** How many complete reads in a row must lack a record before it is reported missing. */
  after: number
  /** The share of a scope that may go at once, 0 to 1; more is taken for a mistake. */
  maxShare: number
}

type CountAbsenceArgs = {
  /**
   * Which connection has read it, of a provider that may have several: what it does not see any more
   * is there as long as another one sees it.
   *
   * @default there is only one
   */
  connection?: string | undefined
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
  connection,
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
  const noted = connection === undefined ? ofRecord(table) : ofConnection({ connection, table })
  const isInScope = and(
    eq(table.provider!, provider),
    eq(table.resource!, resource),
    sql`${noted.scope} = ${scope}`,
  )
  const wasNotSeen = sql`(${noted.run} is distinct from ${String(runId)} and
    (${noted.at} is null or ${noted.at} < ${since.toISOString()}::timestamptz))`
  // Those that were absent before were judged when they went.
  const wasThere = sql`coalesce(${noted.absences}, 0) = 0`
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
    .set(noted.countOne({ after: rules.after, scope }))
    .where(inArray(table.id!, absentIds))
    .returning({
      collection: table.collection!,
      documentId: table.documentId!,
      externalId: table.externalId!,
      isMissing: noted.isMissing(rules.after),
    })
  const missing = (absent as ({ isMissing: boolean } & AbsentRecord)[]).filter(
    ({ isMissing }) => isMissing,
  )
  return { going, isSuspicious: false, missing, total }
}

/** What was noted when a record was last seen, and how one more absence is. */
type Noted = {
  absences: SQL
  at: SQL
  countOne: (args: { after: number; scope: string }) => Record<string, SQL>
  /** Asked behind `countOne`: whether this absence makes the record missing. */
  isMissing: (after: number) => SQL
  run: SQL
  scope: SQL
}

const ofRecord = (table: Table): Noted => ({
  absences: sql`${table.absences!}`,
  at: sql`${table.saidAt!}`,
  countOne: () => ({ absences: sql`coalesce(${table.absences!}, 0) + 1` }),
  isMissing: (after) => sql`${table.absences!} = ${after}`,
  run: sql`${table.seenRun!}`,
  scope: sql`${table.scope!}`,
})

type OfConnectionArgs = { connection: string; table: Table }

/** A connection that has not seen a record for long enough does not see it any more. */
const ofConnection = ({ connection, table }: OfConnectionArgs): Noted => {
  const { saidAt, scope, seenBy, seenRun } = table
  const name = sql`${connection}::text`
  const sighting = sql`(${seenBy!} -> ${name})`
  // Before the connections of a record were noted, it had the one that its scope tells.
  const elseOf = (noted: SQL, column: SQL) =>
    sql`case when ${seenBy!} is null then ${column} else ${noted} end`
  const absences = sql`(${sighting} ->> 'absences')::int`
  return {
    absences,
    at: elseOf(sql`(${sighting} ->> 'at')::timestamptz`, sql`${saidAt!}`),
    countOne: ({ after, scope: key }) => ({
      seenBy: sql`case when coalesce(${absences}, 0) + 1 >= ${after}::int
        then coalesce(${seenBy!}, '{}'::jsonb) - ${name}
        else jsonb_set(
          coalesce(${seenBy!}, '{}'::jsonb),
          array[${name}],
          coalesce(${sighting}, '{}'::jsonb) ||
            jsonb_build_object('absences', coalesce(${absences}, 0) + 1, 'scope', ${key}::text)
        ) end`,
    }),
    isMissing: () => sql`${seenBy!} = '{}'::jsonb`,
    run: elseOf(sql`${sighting} ->> 'run'`, sql`${seenRun!}`),
    scope: elseOf(sql`${sighting} ->> 'scope'`, sql`${scope!}`),
  }
}
