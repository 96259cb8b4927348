import { monitorEventLoopDelay } from 'node:perf_hooks'

import type { ResourceUse } from '../../store/runs/RunState.js'

const LOOK_INTERVAL_MS = 250
const RESOLUTION_MS = 10
const BYTES_PER_MB = 1024 * 1024
const NANOSECONDS_PER_MS = 1_000_000

/**
 * Watches what the process of a worker uses while it does a run: the run's own, and that of all else
 * that goes on in the process meanwhile. Returns what ends it and tells.
 */
export const watchUse = (): (() => ResourceUse) => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  let peak = 0
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  look()
  delay.enable()
  const interval = setInterval(look, LOOK_INTERVAL_MS)
  interval.unref()
  return () => {
    look()
    clearInterval(interval)
    delay.disable()
    // The timer's own interval is no delay. Without a sample there is nothing to tell.
    const longest = delay.max > 0 ? Math.max(0, delay.max / NANOSECONDS_PER_MS - RESOLUTION_MS) : 0
    return {
      loopDelayMs: Math.round(longest * 10) / 10,
      peakMemoryMb: Math.round(peak / BYTES_PER_MB),
    }
  }
}
