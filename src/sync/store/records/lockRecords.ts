import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { and, asc, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database, Table } from '../Database.js'
import type { MissingAction } from './absence/markMissing.js'

import { isOneOf } from '../isOneOf.js'

type LockRecordsArgs = {
  /** Key of the scope whose own word counts, where several speak of the same records. */
  claimant?: string | undefined
  database: Database
  externalIds: readonly string[]
  provider: string
  req: PayloadRequest
  resource: string
}

/** What must be known of a locked record before something new is made of it. */
export type LockedRecord = {
  documentId: string
  /** Whether a person has deleted its document here. */
  isDeleted: boolean
  /** What was done to its document while it was missing; `null` where nothing was. */
  missingAction: MissingAction | null
  /**
   * When the newest known word was said, waiting or not. `null` before there was one, and for one
   * of the future: the database's clock was put back then, and no word would be new for a long
   * time.
   */
  newestAt: Date | null
  /**
   * As `newestAt`, of the words that a word of the batch would replace: those of the claimant only
   * where several scopes speak of the same records.
   */
  spokeAt: Date | null
  /** Id of the run that met the word that waits; `null` where none waits, or it was no run. */
  waitingRun: null | string
}

export type LockedRecords = ReadonlyMap<string, LockedRecord>

/**
 * Keeps these sync records from everybody else until the transaction of `req` ends, and returns
 * those there are by externalId. What is read of them after that stays true. All take them in the
 * order of their ids, so that of two who want the same ones one waits for the other.
 */
export const lockRecords = async ({
  claimant,
  database,
  externalIds,
  provider,
  req,
  resource,
}: LockRecordsArgs): Promise<LockedRecords> => {
  if (externalIds.length === 0) {
    return new Map()
  }
  const table = database.table('syncRecords')
  const session = await database.session(req)
  const { newestAt, spokeAt } = toSpokeAt({ claimant, table })
  const rows = await session
    .select({
      documentId: sql<string>`${table.documentId!}`,
      externalId: table.externalId!,
      isDeleted: sql<boolean>`${table.deletedAt!} is not null`,
      missingAction: sql<MissingAction | null>`${table.missingAction!}`,
      newestAt: toPast(newestAt),
      spokeAt: toPast(spokeAt),
      waitingRun: sql<null | string>`${table.waiting!} ->> 'run'`,
    })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        isOneOf({ column: table.externalId!, values: externalIds }),
      ),
    )
    .orderBy(asc(table.externalId!))
    .for('no key update')
  return new Map(
    rows.map(({ externalId, newestAt, spokeAt, ...row }) => [
      String(externalId),
      { ...row, newestAt: toDate(newestAt), spokeAt: toDate(spokeAt) },
    ]),
  )
}

type ToSpokeAtArgs = { claimant: string | undefined; table: Table }

/** When the newest word on a record was said, and the newest that a word of the claimant replaces. */
export const toSpokeAt = ({ claimant, table }: ToSpokeAtArgs): { newestAt: SQL; spokeAt: SQL } => {
  const newestAt = sql`greatest(${table.saidAt!}, ${table.waitingAt!})`
  const claim = sql`${table.claims!} -> ${claimant ?? ''}::text`
  const spokeAt =
    claimant === undefined
      ? newestAt
      : sql`case when ${claim} is not null
          then coalesce((${claim} ->> 'saidAt')::timestamptz, ${newestAt}) end`
  return { newestAt, spokeAt }
}

const toPast = (moment: SQL): SQL<null | string> =>
  sql<null | string>`case when ${moment} <= clock_timestamp() then ${moment} end`

const toDate = (moment: null | string): Date | null => (moment === null ? null : new Date(moment))
