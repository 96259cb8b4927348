import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Clock } from '../../../shared/clock.js'
import type { Database } from '../../store/Database.js'
import type { TableSize } from '../../store/health/healthBook.js'
import type { LateSlots } from '../../store/health/measures/countLateSlots.js'
import type { LaneLoad } from '../../store/health/measures/countWaiting.js'
import type { DatabaseProbe } from '../../store/health/measures/probeDatabase.js'

import { hasCacheFailed } from '../../store/cache/callCache.js'
import { getAdapter } from '../../store/Database.js'
import { readHealthBook } from '../../store/health/healthBook.js'
import { countLateSlots } from '../../store/health/measures/countLateSlots.js'
import { countWaiting } from '../../store/health/measures/countWaiting.js'
import { probeDatabase } from '../../store/health/measures/probeDatabase.js'
import { isPoolExhausted } from '../../store/pool/exhaustion.js'
import { toWorkerTimeouts } from '../doctor/toWorkerTimeouts.js'

/** How the connections of this process are lent. */
export type PoolLoad = {
  max: number
  /** Statements that wait for one. */
  waiting: number
}

/** What is known of queue, database and cache. */
export type MachineryFacts = {
  /** Whether the project has a cache that is broken or slow. */
  cacheFailed: boolean
  /** Connections of this process, when none of them comes free. */
  exhausted?: number
  lanes: readonly LaneLoad[]
  lateSlots?: LateSlots
  pool?: PoolLoad
  probe?: DatabaseProbe
  /** What the tables took on disk, the oldest first. Nothing for those who see a part only. */
  sizes?: readonly TableSize[]
}

/** A slot is that of a minute, and a tick comes every minute. */
export const LATE_SLOT_MS = 3 * 60_000

/** How long a late slot is worth a word. */
const SLOTS_SINCE_MS = 60 * 60_000

/** How this process lends its connections at this moment. Asks nobody. */
export const readPoolLoad = (payload: Payload): PoolLoad => {
  const { pool } = getAdapter(payload)
  return { max: pool.options.max, waiting: pool.waitingCount }
}

type FindMachineryFactsArgs = {
  clock: Clock
  database: Database
  payload: Payload
  pool: PoolLoad
  sight: Sight
  stallLimitMs: number
}

/** Looks at queue, database and cache: four statements. */
export const findMachineryFacts = async ({
  clock,
  database,
  payload,
  pool,
  sight,
  stallLimitMs,
}: FindMachineryFactsArgs): Promise<{ since: ReadonlyMap<string, string> } & MachineryFacts> => {
  const now = clock.now()
  const [probe, lanes, lateSlots, book, cacheFailed] = await Promise.all([
    probeDatabase(database),
    countWaiting({ database, now, sight, ...toWorkerTimeouts({ stallLimitMs }) }),
    countLateSlots({
      database,
      lateMs: LATE_SLOT_MS,
      sight,
      since: new Date(now.getTime() - SLOTS_SINCE_MS),
    }),
    readHealthBook({ database }),
    hasCacheFailed({ clock, payload }),
  ])
  return {
    cacheFailed,
    ...(isPoolExhausted(getAdapter(payload).pool) && { exhausted: pool.max }),
    lanes,
    lateSlots,
    pool,
    probe,
    since: new Map(book.reasons.map(({ key, since }) => [key, since])),
    ...(sight === 'all' && { sizes: book.sizes }),
  }
}
