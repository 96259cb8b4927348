import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { and, asc, eq, isNull, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'
import type { Noted } from './toNoted.js'

import { isOneOf } from '../../isOneOf.js'
import { SAID_AT, selectSeen } from '../../sightings/findSeen.js'
import { toNoted } from './toNoted.js'

export type AbsenceArgs = {
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

export type AbsentRecord = {
  collection: string
  documentId: string
  externalId: string
}

export type LackingRecord = { isMissing: boolean } & AbsentRecord

type FindLackingArgs = {
  /**
   * - `wait`: nobody else writes them until the transaction ends
   * - `skip`: the same, and whoever is at work on a record has just seen it, so it is left out
   * - `none`: they are only looked at
   */
  lock: 'none' | 'skip' | 'wait'
} & AbsenceArgs

/**
 * Records of a scope that a complete read lacked and that nobody has heard of since. One that is
 * locked and that the run has met in another scope is put there.
 */
export const findLacking = async ({ lock, ...args }: FindLackingArgs): Promise<LackingRecord[]> => {
  const { database, req } = args
  const { isInScope, noted, table } = toScopeConditions(args)
  const session = await database.session(req)
  const seenHere = selectSeen({
    ...args,
    columns: sql`seen.id`,
    where: ofRun({ ...args, where: sql`sighting.scope = ${args.scope}` }),
  })
  const query = session
    .select({
      collection: table.collection!,
      documentId: table.documentId!,
      externalId: table.externalId!,
      isMissing: sql<boolean>`${table.missingAt!} is not null`,
    })
    .from(table)
    .where(
      and(
        isInScope,
        toNotSeen({ ...args, noted }),
        sql`not exists (select from (${seenHere}) as here where here.id = ${table.externalId!})`,
      ),
    )
    .orderBy(asc(table.externalId!))
  const rows = await (lock === 'none'
    ? query
    : query.for('no key update', lock === 'skip' ? { skipLocked: true } : {}))
  const lacking = rows as LackingRecord[]
  if (lacking.length === 0) {
    return []
  }
  const heard = await findHeard({ ...args, ids: lacking.map(({ externalId }) => externalId) })
  if (lock !== 'none') {
    await moveRecords({ ...args, moved: heard, noted })
  }
  return lacking.filter(({ externalId }) => !heard.has(externalId))
}

type FindHeardArgs = { ids: readonly string[] } & AbsenceArgs

/**
 * Those of some locked records that the run has seen in other scopes, with the last of them, and
 * those that anybody has heard of since it began to read, with `null`.
 */
const findHeard = async ({
  ids,
  ...args
}: FindHeardArgs): Promise<ReadonlyMap<string, null | string>> => {
  const { connection, database, req, since } = args
  const session = await database.session(req)
  const isByRun = ofRun({ ...args, where: sql`true` })
  const isSince = sql`${connection === undefined ? sql`true` : sql`sighting.connection = ${connection}`}
    and ${SAID_AT} >= ${since.toISOString()}::timestamptz and ${SAID_AT} <= clock_timestamp()`
  const { rows } = await session.execute<{ id: string; scope: null | string }>(sql`
    select distinct on (id) id, scope from (${selectSeen({
      ...args,
      columns: sql`seen.id, case when ${isByRun} then nullif(sighting.scope, '') end as scope,
        sighting.seen_at`,
      where: sql`(${isByRun} or (${isSince})) and seen.id = any(${sql.param([...ids])}::text[])`,
    })}) as heard order by id, scope is null, seen_at desc`)
  return new Map(rows.map(({ id, scope }) => [id, scope]))
}

type OfRunArgs = { where: SQL } & AbsenceArgs

const ofRun = ({ connection, runId, where }: OfRunArgs): SQL =>
  sql`(sighting.run = ${String(runId)} and ${where}
    ${connection === undefined ? sql`` : sql`and sighting.connection = ${connection}`})`

type MoveRecordsArgs = { moved: ReadonlyMap<string, null | string>; noted: Noted } & AbsenceArgs

const moveRecords = async ({
  database,
  moved,
  noted,
  provider,
  req,
  resource,
  scope,
}: MoveRecordsArgs): Promise<void> => {
  const to = [...moved].flatMap(([id, other]) =>
    other !== null && other !== scope ? [{ id, scope: other }] : [],
  )
  if (to.length === 0) {
    return
  }
  const table = database.table('syncRecords')
  const session = await database.session(req)
  await session.execute(sql`
    update ${table} set ${noted.moveTo(sql`moved.scope`)}
    from jsonb_to_recordset(${JSON.stringify(to)}::jsonb) as moved (id text, scope text)
    where ${table.provider!} = ${provider} and ${table.resource!} = ${resource}
      and ${table.externalId!} = moved.id`)
}

type ScopeConditionsArgs = Pick<
  AbsenceArgs,
  'connection' | 'database' | 'provider' | 'resource' | 'scope'
>

export const toScopeConditions = ({
  connection,
  database,
  provider,
  resource,
  scope,
}: ScopeConditionsArgs) => {
  const table = database.table('syncRecords')
  const noted = toNoted({ connection, table })
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
    toOnes: (externalIds: readonly string[]) =>
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        isOneOf({ column: table.externalId!, values: externalIds }),
      ),
  }
}

type NotSeenArgs = { noted: Noted } & Pick<AbsenceArgs, 'runId' | 'since'>

const toNotSeen = ({ noted, runId, since }: NotSeenArgs): SQL =>
  sql`(${noted.run} is distinct from ${String(runId)} and
    (${noted.at} is null or ${noted.at} < ${since.toISOString()}::timestamptz))`
