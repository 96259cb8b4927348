import { and, isNull, sql } from '@payloadcms/db-postgres/drizzle'

import type { AbsenceArgs, AbsentRecord, LackingRecord } from './findLacking.js'

import { findLacking, toScopeConditions } from './findLacking.js'

export type { AbsentRecord } from './findLacking.js'

export type AbsenceRules = {
  /** How many complete reads in a row must lack a record before it is reported missing. */
  after: number
  /** The share of a scope that may go at once, 0 to 1; more is taken for a mistake. */
  maxShare: number
}

type CountAbsenceArgs = { rules: AbsenceRules } & AbsenceArgs

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
  /** How many there are that are not known to be missing. `0` where none is going. */
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
  const nobody = { going: 0, isSuspicious: false, missing: [], pending: [], total: 0 }
  const lacking = await findLacking({ ...args, lock: 'skip' })
  if (lacking.length === 0) {
    return nobody
  }
  const { isInScope, noted, table, toOnes } = toScopeConditions(args)
  const session = await database.session(req)
  const [counted] = await session
    .select({ total: sql<number>`count(*)::int` })
    .from(table)
    .where(and(isInScope, isNull(table.missingAt!)))
  const { total } = counted ?? { total: 0 }
  const going = lacking.filter(({ isMissing }) => !isMissing).length
  const isSmall = total < FEW
  if (!isSmall && going > 0 && going >= total * maxShare) {
    return { ...nobody, going, isSuspicious: true, total }
  }
  const absent = await session
    .update(table)
    .set(noted.countOne({ after, keeps: isSmall, scope }))
    .where(toOnes(lacking.map(({ externalId }) => externalId)))
    .returning({
      collection: table.collection!,
      documentId: table.documentId!,
      externalId: table.externalId!,
      isMissing: sql`${table.missingAt!} is null and ${noted.isMissing({ after, keeps: isSmall })}`,
    })
  const missing = toAbsent(absent as LackingRecord[], true).sort((one, other) =>
    one.externalId < other.externalId ? -1 : 1,
  )
  return isSmall
    ? { ...nobody, going, pending: missing, total }
    : { ...nobody, going, missing, total }
}

/**
 * Records of a scope that a read lacked and that nobody has heard of since, for a person who looks at
 * them, or who says that they are gone: with `wait` nobody else writes them until the transaction
 * ends.
 */
export const findAbsent = async (
  args: { lock: 'none' | 'wait' } & AbsenceArgs,
): Promise<AbsentRecord[]> => toAbsent(await findLacking(args), false)

const toAbsent = (records: readonly LackingRecord[], isWanted: boolean): AbsentRecord[] =>
  records
    .filter(({ isMissing }) => isMissing === isWanted)
    .map(({ collection, documentId, externalId }) => ({ collection, documentId, externalId }))
