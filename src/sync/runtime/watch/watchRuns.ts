import type { Payload } from 'payload'

import { setImmediate } from 'node:timers/promises'

import type { RunUpdates } from '../../run/RunUpdates.js'
import type { Repeated } from '../repeat.js'
import type { FeedMessage } from './createFeed.js'
import type { RunFeed } from './createRunFeed.js'

import { getSync } from '../../engine/Sync.js'
import { toLogLine } from '../../queue/toLogLine.js'
import { isActive } from '../../run/RunStatus.js'
import { findRunUpdates } from '../../store/runs/read/findRunUpdates.js'
import { inOwnContext } from '../process/inOwnContext.js'
import { onShutdown } from '../process/onShutdown.js'
import { repeat } from '../repeat.js'
import { createRunFeed } from './createRunFeed.js'

type WatchRunsArgs = {
  /** The last message that was received, by whoever comes back. */
  lastId: string | undefined
  /** Told when this process is about to end: no more updates will come. */
  onEnd: () => void
  /**
   * Told everything at once, or what was missed since `lastId`; and then what changed, whenever
   * something did. The same object goes to all who watch.
   */
  onNews: (message: FeedMessage) => void
  payload: Payload
}

type Watcher = Pick<WatchRunsArgs, 'onEnd' | 'onNews'>

/** One look a second for everybody who watches in this process, and none while nobody does. */
const INTERVAL_MS = 1000

/** How many are told before others in this process have their turn. */
const TOLD_AT_ONCE = 100

type Watch = {
  feed: RunFeed
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
export const watchRuns = ({ lastId, payload, ...watcher }: WatchRunsArgs): (() => void) => {
  const watches = getWatches()
  const watch = watches.get(payload) ?? inOwnContext(() => startWatch(payload))
  watches.set(payload, watch)
  watch.watchers.add(watcher)
  watch.feed.catchUp(lastId).forEach(watcher.onNews)
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
    watch.latest = await readUpdates({ latest: watch.latest, payload })
    // Whoever comes from here on is told this with everything else.
    const watchers = [...watch.watchers]
    const message = watch.feed.take(watch.latest)
    if (!message) {
      return
    }
    for (const [index, watcher] of watchers.entries()) {
      if (index % TOLD_AT_ONCE === TOLD_AT_ONCE - 1) {
        await setImmediate()
      }
      if (watch.watchers.has(watcher)) {
        watcher.onNews(message)
      }
    }
  }
  const watch: Watch = {
    feed: createRunFeed(),
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
