import type { Payload } from 'payload'

import type { Run } from '../run/Run.js'
import type { Repeated } from './repeat.js'

import { getSync } from '../engine/Sync.js'
import { toLogLine } from '../queue/toLogLine.js'
import { isActive } from '../run/RunStatus.js'
import { findRunUpdates } from '../store/runs/read/findRunUpdates.js'
import { onShutdown } from './process/onShutdown.js'
import { repeat } from './repeat.js'

/** What runs, and what moved of late: enough to bring an older status up to date. */
export type RunUpdates = {
  /** Queued and running ones, newest first. */
  activeRuns: Run[]
  /** Ended within the last minute, newest first; they are told more than once. */
  endedRuns: Run[]
  /** The moment this speaks of, ISO 8601. */
  now: string
}

type WatchRunsArgs = {
  /** Told when this process is about to end: no more updates will come. */
  onEnd: () => void
  /** Told at once, and then whenever something is different. */
  onUpdates: (updates: RunUpdates) => void
  payload: Payload
}

type Watcher = Pick<WatchRunsArgs, 'onEnd' | 'onUpdates'>

/** One look a second for everybody who watches in this process, and none while nobody does. */
const INTERVAL_MS = 1000

type Watch = {
  latest: RunUpdates | undefined
  looking: Repeated
  watchers: Set<Watcher>
}

/** Held by the process, because a bundler may load this module more than once. */
const KEY = Symbol.for('payload-plugin-sync/watches')

const getWatches = (): WeakMap<Payload, Watch> => {
  const store = globalThis as { [KEY]?: WeakMap<Payload, Watch> }
  store[KEY] ??= new WeakMap()
  return store[KEY]
}

/**
 * Follows the runs of all processes through the database, at one statement a second however many
 * watch. Returns what ends it.
 */
export const watchRuns = ({ payload, ...watcher }: WatchRunsArgs): (() => void) => {
  const watches = getWatches()
  const watch = watches.get(payload) ?? startWatch(payload)
  watches.set(payload, watch)
  watch.watchers.add(watcher)
  if (watch.latest) {
    watcher.onUpdates(watch.latest)
  }
  const forget = onShutdown(watcher.onEnd)

  return () => {
    forget()
    watch.watchers.delete(watcher)
    if (watch.watchers.size === 0) {
      watch.looking.stop()
      watches.delete(payload)
    }
  }
}

const startWatch = (payload: Payload): Watch => {
  const look = async (): Promise<void> => {
    const { latest, watchers } = watch
    const updates = await readUpdates({ latest, payload })
    watch.latest = updates
    if (!latest || !isSame(latest, updates)) {
      watchers.forEach(({ onUpdates }) => onUpdates(updates))
    }
  }
  const watch: Watch = {
    latest: undefined,
    looking: repeat({ intervalMs: INTERVAL_MS, log: toLogLine(payload), work: look }),
    watchers: new Set(),
  }
  void watch.looking.now()
  return watch
}

type ReadUpdatesArgs = { payload: Payload } & Pick<Watch, 'latest'>

const readUpdates = async ({ latest, payload }: ReadUpdatesArgs): Promise<RunUpdates> => {
  const { clock, database } = getSync(payload)
  const followed = (latest?.activeRuns ?? []).map(({ id }) => id)
  const runs = await findRunUpdates({ database, followed })
  return {
    activeRuns: runs.filter(isActive),
    endedRuns: runs.filter((run) => !isActive(run)),
    now: clock.now().toISOString(),
  }
}

const isSame = (a: RunUpdates, b: RunUpdates): boolean =>
  JSON.stringify([a.activeRuns, a.endedRuns]) === JSON.stringify([b.activeRuns, b.endedRuns])
