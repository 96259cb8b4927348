import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

const KEY = 'pruning'

type ClaimPruningArgs = {
  database: Database
  /** How long nobody else prunes, in milliseconds. */
  forMs: number
  now: Date
}

/** Whether this process is to prune now: one is, of however many ask. */
export const claimPruning = async ({
  database,
  forMs,
  now,
}: ClaimPruningArgs): Promise<boolean> => {
  const table = database.table('syncHealth')
  const session = await database.session()
  const claimed = await session
    .insert(table)
    .values({ changedAt: now.toISOString(), key: KEY })
    .onConflictDoUpdate({
      set: { changedAt: now.toISOString() },
      setWhere: sql`${table.changedAt!} <= ${new Date(now.getTime() - forMs).toISOString()}`,
      target: table.key!,
    })
    .returning({ key: table.key! })
  return claimed.length > 0
}
