import type { Database } from '../Database.js'

/** How the newest runs of one resource and connection ended. */
export type SyncState = {
  connection: string
  consecutiveFailures: number
  lastError: null | string
  lastFailureAt: null | string
  lastSuccessAt: null | string
  provider: string
  resource: string
  /** When the newest run that read everything began. */
  since: null | string
}

/** All states, few enough to be read at once: one per resource and connection. */
export const findStates = async (database: Database): Promise<SyncState[]> => {
  const table = database.table('syncStates')
  const session = await database.session()
  const rows = await session
    .select({
      connection: table.connection!,
      consecutiveFailures: table.consecutiveFailures!,
      lastError: table.lastError!,
      lastFailureAt: table.lastFailureAt!,
      lastSuccessAt: table.lastSuccessAt!,
      provider: table.provider!,
      resource: table.resource!,
      since: table.since!,
    })
    .from(table)
  return (rows as SyncState[]).map((row) => ({
    ...row,
    consecutiveFailures: Number(row.consecutiveFailures ?? 0),
  }))
}
