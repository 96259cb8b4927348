import type { Run } from './Run.js'

/** What runs, and what moved of late: enough to bring an older status up to date. */
export type RunUpdates = {
  /** Queued and running ones, newest first. */
  activeRuns: Run[]
  /** Ended within the last minute, newest first; they are told more than once. */
  endedRuns: Run[]
  /** The moment this speaks of, ISO 8601. */
  now: string
}

/** What is told of it: everything to whoever begins to watch, and then what is different. */
export type RunNews = {
  /** Runs that are told no more: they ended a while ago, or were deleted. */
  gone: Run['id'][]
  /** Whether these are all runs; otherwise those that changed. */
  isWhole: boolean
} & RunUpdates
