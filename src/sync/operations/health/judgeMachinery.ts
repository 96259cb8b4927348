import type { HealthReason } from '../../run/Health.js'
import type { Lane } from '../../run/Run.js'
import type { TableSize } from '../../store/health/healthBook.js'
import type { LateSlots } from '../../store/health/measures/countLateSlots.js'
import type { LaneLoad } from '../../store/health/measures/countWaiting.js'
import type { DatabaseProbe } from '../../store/health/measures/probeDatabase.js'
import type { MachineryFacts, PoolLoad } from './findMachineryFacts.js'

type JudgeMachineryArgs = {
  /** Schedules that are due for so long that no process can be ticking. */
  overdue: number
} & MachineryFacts

const MINUTE_MS = 60_000

const DAY_MS = 24 * 60 * MINUTE_MS

/** What waits longer than this, although somebody works, waits for too few workers. */
const LONGEST_WAIT_MS: Readonly<Record<Lane, number>> = {
  bulk: 60 * MINUTE_MS,
  live: 5 * MINUTE_MS,
}

/** A batch is dozens of statements: with these it takes half a minute and more. */
const SLOW_QUERY_MS = 500

/** Runs wait for moments that the database and the hosts take from their own clocks. */
const CLOCK_TOLERANCE_MS = 5_000

/** Growth that is worth a word: so much more in a few days, and so many times what it was. */
const GROWTH_BYTES = 1024 ** 3
const GROWTH_TIMES = 1.5

/** What is wrong with queue, database, schedules and cache. */
export const judgeMachinery = ({
  cacheFailed,
  exhausted,
  lanes,
  lateSlots,
  overdue,
  pool,
  probe,
  sizes,
}: JudgeMachineryArgs): HealthReason[] => [
  ...(exhausted === undefined
    ? judgePool(pool)
    : [
        ofMachinery({
          code: 'POOL_EXHAUSTED',
          level: 'CRITICAL',
          values: { connections: exhausted },
        }),
      ]),
  ...lanes.flatMap(judgeLane),
  ...(overdue > 0
    ? [ofMachinery({ code: 'NO_CLOCK', level: 'CRITICAL', values: { schedules: overdue } })]
    : judgeSlots(lateSlots)),
  ...judgeProbe(probe),
  ...judgeSizes(sizes),
  ...(cacheFailed ? [ofMachinery({ code: 'CACHE_SKIPPED', level: 'WARNING', values: {} })] : []),
]

/** A reason that is about no provider. */
export const ofMachinery = (
  reason: Pick<HealthReason, 'code' | 'level' | 'values'>,
): HealthReason => ({ ...reason, provider: null, resources: [] })

const judgePool = (pool: PoolLoad | undefined): HealthReason[] =>
  pool && pool.waiting >= pool.max
    ? [
        ofMachinery({
          code: 'POOL_BUSY',
          level: 'WARNING',
          values: { connections: pool.max, waiting: pool.waiting },
        }),
      ]
    : []

const judgeLane = ({ lane, overdue, running, silent, waitedMs = 0 }: LaneLoad): HealthReason[] => [
  ...(overdue > 0 && running === 0
    ? [ofMachinery({ code: 'NO_WORKER', level: 'CRITICAL', values: { lane, runs: overdue } })]
    : []),
  ...(silent > 0
    ? [ofMachinery({ code: 'WORKER_SILENT', level: 'WARNING', values: { lane, runs: silent } })]
    : []),
  ...(running > 0 && waitedMs > LONGEST_WAIT_MS[lane]
    ? [
        ofMachinery({
          code: 'QUEUE_BEHIND',
          level: 'WARNING',
          values: { lane, minutes: Math.floor(waitedMs / MINUTE_MS) },
        }),
      ]
    : []),
]

const judgeSlots = (late: LateSlots | undefined): HealthReason[] =>
  late && late.count > 0
    ? [
        ofMachinery({
          code: 'SLOTS_LATE',
          level: 'WARNING',
          values: { minutes: Math.ceil(late.worstMs / MINUTE_MS), slots: late.count },
        }),
      ]
    : []

const judgeProbe = (probe: DatabaseProbe | undefined): HealthReason[] => {
  if (!probe) {
    return []
  }
  const { aheadMs, queryMs } = probe
  return [
    ...(queryMs > SLOW_QUERY_MS
      ? [
          ofMachinery({
            code: 'DATABASE_SLOW',
            level: 'WARNING',
            values: { milliseconds: queryMs },
          }),
        ]
      : []),
    // A slow answer may have been given at any moment while it was waited for.
    ...(Math.abs(aheadMs) > CLOCK_TOLERANCE_MS + queryMs / 2
      ? [
          ofMachinery({
            code: 'CLOCK_OFF',
            level: 'WARNING',
            values: { seconds: Math.round(Math.abs(aheadMs) / 1000) },
          }),
        ]
      : []),
  ]
}

const judgeSizes = (sizes: readonly TableSize[] = []): HealthReason[] => {
  const first = sizes[0]
  const last = sizes.at(-1)
  if (!first || !last) {
    return []
  }
  const grown = last.bytes - first.bytes
  const days = Math.max(1, Math.round((Date.parse(last.at) - Date.parse(first.at)) / DAY_MS))
  return grown > GROWTH_BYTES && last.bytes > first.bytes * GROWTH_TIMES
    ? [
        ofMachinery({
          code: 'TABLES_GROW',
          level: 'WARNING',
          values: { days, grown: toGigabytes(grown), size: toGigabytes(last.bytes) },
        }),
      ]
    : []
}

const toGigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`
