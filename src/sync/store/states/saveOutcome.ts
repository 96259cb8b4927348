import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

type SaveOutcomeArgs = {
  connection: string
  database: Database
  /** Why the run was not whole; `null` for one that was. */
  error: null | string
  /** A run that stored some of what it should is no success, and no failure that adds up. */
  isFailure: boolean
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
  /**
   * When a run that read every scope to its end began; moves the incremental cursor. What could not
   * be stored of it is asked for again.
   */
  since: Date | null
}

/** Remembers how a run of one resource and connection ended, for status and the next run. */
export const saveOutcome = async ({
  connection,
  database,
  error,
  isFailure,
  now,
  provider,
  req,
  resource,
  since,
}: SaveOutcomeArgs): Promise<void> => {
  const table = database.table('syncStates')
  const session = await database.session(req)
  const moment = now.toISOString()
  const moments = {
    [error === null ? 'lastSuccessAt' : 'lastFailureAt']: moment,
    ...(since && { since: since.toISOString() }),
  }
  const outcome = {
    ...moments,
    ...(error === null ? { consecutiveFailures: 0, lastError: null } : { lastError: error }),
  }
  const latest = Object.fromEntries(
    Object.entries(moments).map(([name, value]) => [
      name,
      sql`greatest(${table[name]!}, ${value}::timestamptz)`,
    ]),
  )
  await session
    .insert(table)
    .values({
      connection,
      consecutiveFailures: isFailure ? 1 : 0,
      provider,
      resource,
      ...outcome,
    })
    .onConflictDoUpdate({
      set: {
        ...outcome,
        // An older run that ends now, or a host whose clock is behind, takes nothing back.
        ...latest,
        ...(isFailure && {
          consecutiveFailures: sql`coalesce(${table.consecutiveFailures!}, 0) + 1`,
        }),
      },
      target: [table.provider!, table.resource!, table.connection!],
    })
}
