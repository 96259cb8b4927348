import type { Counts } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { DURATION_BOUNDS, toBoundName } from '../../run/DURATION_BOUNDS.js'
import { COUNT_NAMES } from '../../run/Run.js'

/** What all runs of one kind that ended so far came to. */
export type RunTotals = {
  counts: Counts
  mode: string
  provider: string
  requests: number
  resource: string
  runs: number
  /** What all of them took together. */
  seconds: number
  status: string
  /** How many took so long or less, in the order of `DURATION_BOUNDS`. */
  within: number[]
}

/** All totals: a row for each resource, mode and status. */
export const findTotals = async (database: Database): Promise<RunTotals[]> => {
  const session = await database.session()
  const rows = await session.select().from(database.table('syncTotals'))
  return rows.map((row) => {
    const toNumber = (name: string): number => Number(row[name] ?? 0)
    return {
      counts: Object.fromEntries(
        COUNT_NAMES.map((name) => [name, toNumber(`counts_${name}`)]),
      ) as Counts,
      mode: String(row.mode),
      provider: String(row.provider),
      requests: toNumber('requests'),
      resource: String(row.resource),
      runs: toNumber('runs'),
      seconds: toNumber('seconds'),
      status: String(row.status),
      within: DURATION_BOUNDS.map((bound) => toNumber(`within_${toBoundName(bound)}`)),
    }
  })
}
