import type { PayloadRequest } from 'payload'

import { getTableColumns, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { hash } from '../../../shared/hash.js'

/** Records and when they were said to be there. */
export type Seen = {
  /** In the database's time; `null` for records that were listed and could not be read. */
  at: Date | null
  ids: readonly string[]
}

type NoteSeenArgs = {
  connection: string | undefined
  database: Database
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
  /** What saw them; `null` when it was no run. */
  runId: null | number | string
  /** Key of the scope that would prove their absence; `null` where none does. */
  scope: null | string
  seen: readonly Seen[]
}

/**
 * Notes that the provider has these records, in one row, whatever became of them. The same list of
 * the same scope takes the row's place, so that a list that is read every minute stays one row.
 */
export const noteSeen = async ({
  connection,
  database,
  now,
  provider,
  req,
  resource,
  runId,
  scope,
  seen: given,
}: NoteSeenArgs): Promise<void> => {
  const seen = given.filter(({ ids }) => ids.length > 0)
  if (seen.length === 0) {
    return
  }
  const table = database.table('syncSightings')
  const columns = getTableColumns(table)
  const said = (name: string) => sql`excluded.${sql.identifier(columns[name]!.name)}`
  const newest = Math.max(0, ...seen.map(({ at }) => at?.getTime() ?? 0))
  const isNewer = sql`${columns.saidAt!} is null or ${said('saidAt')} >= ${columns.saidAt!}`
  const session = await database.session(req)
  await session
    .insert(table)
    .values({
      connection: connection ?? '',
      list: hash(seen.flatMap(({ ids }) => ids)),
      provider,
      resource,
      run: runId === null ? null : String(runId),
      saidAt: newest > 0 ? new Date(newest).toISOString() : null,
      scope: scope ?? '',
      seen: seen.map(({ at, ids }) => ({ at: at?.toISOString() ?? null, ids })),
      seenAt: now.toISOString(),
    })
    .onConflictDoUpdate({
      set: {
        run: said('run'),
        // An older word takes nothing from a newer one.
        saidAt: sql`greatest(${said('saidAt')}, ${columns.saidAt!})`,
        seen: sql`case when ${isNewer} then ${said('seen')} else ${columns.seen!} end`,
        seenAt: said('seenAt'),
      },
      target: [table.provider!, table.resource!, table.connection!, table.scope!, table.list!],
    })
}
