import type { Payload } from 'payload'

import type { Run } from '../run/Run.js'
import type { Repeated } from './repeat.js'

import { getSync } from '../engine/Sync.js'
import { toLogLine } from '../queue/toLogLine.js'
import { isActive } from '../run/RunStatus.js'
import { findRunNews } from '../store/runs/read/findRunNews.js'
import { onShutdown } from './process/onShutdown.js'
import { repeat } from './repeat.js'

/** What runs, and what moved of late: enough to bring an older status up to date. */
export type RunNews = {
  /** Queued and running ones, newest first. */
  activeRuns: Run[]
  /** Ended within the last minute, newest first; they are told more than once. */
  endedRuns: Run[]
  /** The moment this speaks of, ISO 8601. */
  now: string
}

type WatchRunsArgs = {
  /** Told when this process is about to end: no more news will come. */
  onEnd: () => void
  /** Told at once, and then whenever something is different. */
  onNews: (news: RunNews) => void
  payload: Payload
}

type Watcher = Pick<WatchRunsArgs, 'onEnd' | 'onNews'>

/** One look a second for everybody who watches in this process, and none while nobody does. */
const INTERVAL_MS = 1000

type Watch = {
  latest: RunNews | undefined
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
    watcher.onNews(watch.latest)
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
    const news = await readNews({ latest, payload })
    watch.latest = news
    if (!latest || !isSame(latest, news)) {
      watchers.forEach(({ onNews }) => onNews(news))
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

type ReadNewsArgs = { payload: Payload } & Pick<Watch, 'latest'>

const readNews = async ({ latest, payload }: ReadNewsArgs): Promise<RunNews> => {
  const { clock, database } = getSync(payload)
  const followed = (latest?.activeRuns ?? []).map(({ id }) => id)
  const runs = await findRunNews({ database, followed })
  return {
    activeRuns: runs.filter(isActive),
    endedRuns: runs.filter((run) => !isActive(run)),
    now: clock.now().toISOString(),
  }
}

const isSame = (a: RunNews, b: RunNews): boolean =>
  JSON.stringify([a.activeRuns, a.endedRuns]) === JSON.stringify([b.activeRuns, b.endedRuns])
