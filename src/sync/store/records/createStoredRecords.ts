import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { and, asc, eq, gt, gte, isNull, lt, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { FindStoredArgs, StoredRecord, StoredRecords } from '../../../sdk/index.js'
import type { Database } from '../Database.js'

import { findDue } from '../checks/findDue.js'
import { isOneOf } from '../isOneOf.js'
import { selectSeen } from '../sightings/findSeen.js'

type CreateStoredRecordsArgs = {
  database: Database
  provider: string
  /** Only records that this connection sees. @default all of the provider */
  seenBy?: string | undefined
}

type Table = ReturnType<Database['table']>

/** What a provider's resources may read of earlier runs: their own records, and nothing else. */
export const createStoredRecords = ({
  database,
  provider,
  seenBy,
}: CreateStoredRecordsArgs): StoredRecords => ({
  find: async <TDocument>(args: FindStoredArgs) => {
    const table = database.table('syncRecords')
    const session = await database.session()
    const query = session
      .select({
        document: table.base!,
        externalId: table.externalId!,
        isStub: sql<boolean>`coalesce(${table.mappingVersion!}, 0) = 0`,
        lastChangedAt: table.lastChangedAt!,
      })
      .from(table)
      .where(
        and(
          eq(table.provider!, provider),
          seenBy === undefined ? undefined : sql`jsonb_exists(${table.seenBy!}, ${seenBy})`,
          ...toConditions({ args, database, provider, table }),
        ),
      )
      .orderBy(...toOrder({ args, table }))
    const rows = await (args.limit === undefined ? query : query.limit(args.limit))
    return rows as StoredRecord<TDocument>[]
  },
  findDue: (args) => findDue({ ...args, database, provider, seenBy }),
})

type QueryArgs = { args: FindStoredArgs; table: Table }
type ConditionArgs = Pick<CreateStoredRecordsArgs, 'database' | 'provider'> & QueryArgs

const toConditions = ({
  args: {
    after,
    changedSince,
    externalIds,
    lacks = [],
    lastSeenBefore,
    range = {},
    resource,
    where = {},
  },
  database,
  provider,
  table,
}: ConditionArgs): (SQL | undefined)[] => [
  eq(table.resource!, resource),
  after === undefined ? undefined : gt(table.externalId!, after),
  changedSince && gte(table.lastChangedAt!, changedSince.toISOString()),
  externalIds && isOneOf({ column: table.externalId!, values: externalIds }),
  lastSeenBefore &&
    and(
      or(isNull(table.lastSeenAt!), lt(table.lastSeenAt!, lastSeenBefore.toISOString())),
      sql`not exists (
        select from (${selectSeen({
          columns: sql`seen.id`,
          database,
          provider,
          resource,
          where: sql`sighting.seen_at >= ${lastSeenBefore.toISOString()}::timestamptz`,
        })}) as lately where lately.id = ${table.externalId!}
      )`,
    ),
  ...lacks.map((field) => sql`not jsonb_exists(${table.base!}, ${field})`),
  ...Object.entries(range).flatMap(([field, { from, to }]) => [
    from === undefined ? undefined : sql`${textOf({ field, table })} >= ${from}`,
    to === undefined ? undefined : sql`${textOf({ field, table })} <= ${to}`,
  ]),
  ...Object.entries(where).map(([field, values]) =>
    isOneOf({
      // What a reference points to, else the value itself.
      column: sql`coalesce(${table.base!} -> ${field} ->> 'externalId', ${table.base!} ->> ${field})`,
      values: values.map(String),
    }),
  ),
]

const toOrder = ({ args: { sort }, table }: QueryArgs): SQL[] => {
  const field = sort?.replace(/^-/, '')
  const byId = asc(table.externalId!)
  if (field === undefined) {
    return [byId]
  }
  const direction = sort?.startsWith('-') ? sql`desc` : sql`asc`
  return [sql`${textOf({ field, table })} ${direction} nulls last`, byId]
}

/** By bytes, and not by the rules of a language. */
const textOf = ({ field, table }: { field: string; table: Table }): SQL =>
  sql`(${table.base!} ->> ${field}) collate "C"`
