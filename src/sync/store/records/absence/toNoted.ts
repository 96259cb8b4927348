import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Table } from '../../Database.js'

type CountArgs = {
  after: number
  /** Whether a connection that has not seen it for long enough is remembered nevertheless. */
  keeps: boolean
}

/** What was noted when a record was last written or seen, and how one more absence is. */
export type Noted = {
  absences: SQL
  at: SQL
  countOne: (args: { scope: string } & CountArgs) => Record<string, SQL>
  /** Asked behind `countOne`: whether this absence makes the record missing. */
  isMissing: (args: CountArgs) => SQL
  /** Puts it into another scope, in an `update`. */
  moveTo: (scope: SQL) => SQL
  run: SQL
  scope: SQL
}

type ToNotedArgs = { connection: string | undefined; table: Table }

/** Where it is noted what a connection saw, or the only one there is. */
export const toNoted = ({ connection, table }: ToNotedArgs): Noted =>
  connection === undefined ? ofRecord(table) : ofConnection({ connection, table })

const ofRecord = (table: Table): Noted => ({
  absences: sql`${table.absences!}`,
  at: sql`${table.saidAt!}`,
  countOne: () => ({ absences: sql`coalesce(${table.absences!}, 0) + 1` }),
  isMissing: ({ after }) => sql`${table.absences!} >= ${after}::int`,
  moveTo: (scope) => sql`scope = ${scope}`,
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
    moveTo: (to) => sql`seen_by = jsonb_set(
      coalesce(${seenBy!}, '{}'::jsonb),
      array[${name}],
      coalesce(${sighting}, '{}'::jsonb) || jsonb_build_object('scope', ${to})
    )`,
    run: elseOf(sql`${sighting} ->> 'run'`, sql`${seenRun!}`),
    scope: elseOf(sql`${sighting} ->> 'scope'`, sql`${scope!}`),
  }
}
