import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

type OfResource = { database: Database; provider: string; resource: string }

type SelectSeenArgs = {
  /** What of the row must hold, and of `said`, one of its lists. @default all */
  where?: SQL | undefined
} & OfResource

/**
 * A subquery of all that was seen: `id`, `at`, when it was said, and the columns of the row under
 * the name `sighting`.
 */
export const selectSeen = ({
  columns,
  database,
  provider,
  resource,
  where = sql`true`,
}: { columns: SQL } & SelectSeenArgs): SQL => sql`
  select ${columns} from ${database.table('syncSightings')} as sighting,
    jsonb_array_elements(sighting.seen) as said (list),
    jsonb_array_elements_text(said.list -> 'ids') as seen (id)
  where sighting.provider = ${provider} and sighting.resource = ${resource} and ${where}`

/** When a list was said, behind `selectSeen`. */
export const SAID_AT = sql`(said.list ->> 'at')::timestamptz`

type FindNewerWordsArgs = {
  /** Only what was said after this moment, in the database's time. */
  after: Date
  externalIds: readonly string[]
  req: PayloadRequest
} & OfResource

/**
 * When records were last said to be as they are stored, where that is after a moment. Nothing was
 * written of them then. A moment of the future is from before the database's clock was put back.
 */
export const findNewerWords = async ({
  after,
  externalIds,
  req,
  ...args
}: FindNewerWordsArgs): Promise<ReadonlyMap<string, Date>> => {
  if (externalIds.length === 0) {
    return new Map()
  }
  const session = await args.database.session(req)
  const moment = sql`${after.toISOString()}::timestamptz`
  const { rows } = await session.execute<{ at: number | string; id: string }>(sql`
    ${selectSeen({
      ...args,
      columns: sql`seen.id, max(extract(epoch from ${SAID_AT}) * 1000) as at`,
      where: sql`sighting.said_at > ${moment} and ${SAID_AT} > ${moment}
        and ${SAID_AT} <= clock_timestamp()
        and seen.id = any(${sql.param([...externalIds])}::text[])`,
    })}
    group by seen.id`)
  return new Map(rows.map(({ id, at }) => [id, new Date(Math.round(Number(at)))]))
}

type FindLastSeenArgs = { externalId: string } & OfResource

/** When a record was last seen by anybody, ISO 8601; `null` where that is not known any more. */
export const findLastSeen = async ({
  database,
  externalId,
  provider,
  resource,
}: FindLastSeenArgs): Promise<null | string> => {
  const session = await database.session()
  const { rows } = await session.execute<{ at: null | string }>(sql`
    select max(seen_at) as at from ${database.table('syncSightings')}
    where provider = ${provider} and resource = ${resource}
      and seen @> ${JSON.stringify([{ ids: [externalId] }])}::jsonb`)
  const at = rows[0]?.at
  return at ? new Date(at).toISOString() : null
}
