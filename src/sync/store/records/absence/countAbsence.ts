import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { and, asc, eq, inArray, isNull, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database, Table } from '../../Database.js'

export type AbsenceRules = {
  /** How many complete reads in a row must lack a record before it is reported missing. */
  after: number
  /** The share of a scope that may go at once, 0 to 1; more is taken for a mistake. */
  maxShare: number
}

type AbsenceArgs = {
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
  /** The run that has read the scope. */
  runId: Run['id']
  scope: string
  /** Whatever anybody heard of since is there. In the database's time. */
  since: Date
}

type CountAbsenceArgs = { rules: AbsenceRules } & AbsenceArgs

export type AbsentRecord = {
  collection: string
  documentId: string
  externalId: string
}

export type AbsenceReport = {
  /** How many are not there now, of `total`. */
  going: number
  /**
   * Set when so many are not there that it may be a mistake; nothing was counted then.
   */
  isSuspicious: boolean
  /** Records that this read makes missing. */
  missing: AbsentRecord[]
  /** Records that were absent often enough, in a scope so small that a person has to say so. */
  pending: AbsentRecord[]
  /** How many there are that are not known to be missing. */
  total: number
}

/** A scope with fewer records changes a lot, and no share of it proves anything. */
export const FEW = 5

/**
 * Counts one more absence for every record of a completely read scope that was not in it: the run
 * did not see it, and nobody else has heard of it since the run began to read. No clock of a host
 * is asked. Call it only for a scope that proves absence and was read to its end without an error.
 */
export const countAbsence = async ({
  rules,
  ...args
}: CountAbsenceArgs): Promise<AbsenceReport> => {
  const { database, req, scope } = args
  const { after, maxShare } = rules
  const { isInScope, noted, table, wasNotSeen } = toConditions(args)
  const session = await database.session(req)
  const [counted] = await session
    .select({
      going: sql<number>`count(*) filter (where ${wasNotSeen})::int`,
      total: sql<number>`count(*)::int`,
    })
    .from(table)
    .where(and(isInScope, isNull(table.missingAt!)))
  const { going, total } = counted ?? { going: 0, total: 0 }
  const isSmall = total < FEW
  if (!isSmall && going > 0 && going >= total * maxShare) {
    return { going, isSuspicious: true, missing: [], pending: [], total }
  }
  // Whoever is at work on a record right now has just seen it, and is not waited for.
  const absentIds = session
    .select({ id: table.id! })
    .from(table)
    .where(and(isInScope, wasNotSeen))
    .for('no key update', { skipLocked: true })
  const absent = await session
    .update(table)
    .set(noted.countOne({ after, keeps: isSmall, scope }))
    .where(inArray(table.id!, absentIds))
    .returning({
      collection: table.collection!,
      documentId: table.documentId!,
      externalId: table.externalId!,
      isMissing: sql`${table.missingAt!} is null and ${noted.isMissing({ after, keeps: isSmall })}`,
    })
  const missing = (absent as ({ isMissing: boolean } & AbsentRecord)[])
    .filter(({ isMissing }) => isMissing)
    .map(({ collection, documentId, externalId }) => ({ collection, documentId, externalId }))
    .sort((one, other) => (one.externalId < other.externalId ? -1 : 1))
  return isSmall
    ? { going, isSuspicious: false, missing: [], pending: missing, total }
    : { going, isSuspicious: false, missing, pending: [], total }
}

/**
 * Records of a scope that a read lacked and that nobody has heard of since, for a person who says
 * that they are gone. Nobody else writes them until the transaction ends.
 */
export const findAbsent = async (args: AbsenceArgs): Promise<AbsentRecord[]> => {
  const { isInScope, table, wasNotSeen } = toConditions(args)
  const session = await args.database.session(args.req)
  const rows = await session
    .select({
      collection: table.collection!,
      documentId: table.documentId!,
      externalId: table.externalId!,
    })
    .from(table)
    .where(and(isInScope, isNull(table.missingAt!), wasNotSeen))
    .orderBy(asc(table.externalId!))
    .for('no key update')
  return rows as AbsentRecord[]
}

const toConditions = ({
  connection,
  database,
  provider,
  resource,
  runId,
  scope,
  since,
}: AbsenceArgs) => {
  const table = database.table('syncRecords')
  const noted = connection === undefined ? ofRecord(table) : ofConnection({ connection, table })
  return {
    isInScope: and(
      eq(table.provider!, provider),
      eq(table.resource!, resource),
      // What a person has deleted here is not missed.
      isNull(table.deletedAt!),
      sql`${noted.scope} = ${scope}`,
    ),
    noted,
    table,
    wasNotSeen: sql`(${noted.run} is distinct from ${String(runId)} and
      (${noted.at} is null or ${noted.at} < ${since.toISOString()}::timestamptz))`,
  }
}

type CountArgs = {
  after: number
  /** Whether a connection that has not seen it for long enough is remembered nevertheless. */
  keeps: boolean
}

/** What was noted when a record was last seen, and how one more absence is. */
type Noted = {
  absences: SQL
  at: SQL
  countOne: (args: { scope: string } & CountArgs) => Record<string, SQL>
  /** Asked behind `countOne`: whether this absence makes the record missing. */
  isMissing: (args: CountArgs) => SQL
  run: SQL
  scope: SQL
}

const ofRecord = (table: Table): Noted => ({
  absences: sql`${table.absences!}`,
  at: sql`${table.saidAt!}`,
  countOne: () => ({ absences: sql`coalesce(${table.absences!}, 0) + 1` }),
  isMissing: ({ after }) => sql`${table.absences!} >= ${after}::int`,
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
    countOne: ({ after, keeps, scope: key }) => ({
      seenBy: sql`case when coalesce(${absences}, 0) + 1 >= ${after}::int and not ${keeps}::boolean
        then coalesce(${seenBy!}, '{}'::jsonb) - ${name}
        else jsonb_set(
          coalesce(${seenBy!}, '{}'::jsonb),
          array[${name}],
          coalesce(${sighting}, '{}'::jsonb) ||
            jsonb_build_object('absences', coalesce(${absences}, 0) + 1, 'scope', ${key}::text)
        ) end`,
    }),
    isMissing: ({ after, keeps }) =>
      keeps
        ? sql`${absences} >= ${after}::int and ${seenBy!} - ${name} = '{}'::jsonb`
        : sql`${seenBy!} = '{}'::jsonb`,
    run: elseOf(sql`${sighting} ->> 'run'`, sql`${seenRun!}`),
    scope: elseOf(sql`${sighting} ->> 'scope'`, sql`${scope!}`),
  }
}
