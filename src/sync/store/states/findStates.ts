import type { Database } from '../Database.js'

/** All runs that ever ended, but for those that a person cancelled. */
export type Totals = {
  completed: number
  /** Of all of them together, from their first start to their end. */
  durationMs: number
  failed: number
  partial: number
}

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
  totals: Totals
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
      totals_completed: table.totals_completed!,
      totals_durationMs: table.totals_durationMs!,
      totals_failed: table.totals_failed!,
      totals_partial: table.totals_partial!,
    })
    .from(table)
  return rows.map(
    ({ totals_completed, totals_durationMs, totals_failed, totals_partial, ...row }) => ({
      ...(row as Omit<SyncState, 'totals'>),
      consecutiveFailures: Number(row.consecutiveFailures ?? 0),
      totals: {
        completed: Number(totals_completed ?? 0),
        durationMs: Number(totals_durationMs ?? 0),
        failed: Number(totals_failed ?? 0),
        partial: Number(totals_partial ?? 0),
      },
    }),
  )
}
