import type { Payload } from 'payload'

import { isDeepStrictEqual } from 'node:util'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { NewsMark } from '../../store/notices/findNotifications.js'
import type { Repeated } from '../repeat.js'

import { getSync } from '../../engine/Sync.js'
import { toLogLine } from '../../queue/toLogLine.js'
import { hasNews, readNewsMark } from '../../store/notices/findNotifications.js'
import { inOwnContext } from '../process/inOwnContext.js'
import { onShutdown } from '../process/onShutdown.js'
import { repeat } from '../repeat.js'

/** One look for everybody who watches in this process, and none while nobody does. */
const INTERVAL_MS = 2000

type Watcher = {
  /** Told when this process is about to end: no more will come. */
  onEnd: () => void
  /** Told that there is something new to read, and never of what is not in sight. */
  onNews: () => void
  /** Asked when something was told: a connection may be younger than whoever watches. */
  readSight: () => Promise<Sight>
}

type WatchNotificationsArgs = { payload: Payload } & Watcher

type Watch = { looking: Repeated; mark: NewsMark | null | undefined; watchers: Set<Watcher> }

/** Held by the process, because a bundler may load this module more than once. */
const KEY = Symbol.for('payload-plugin-sync/notifications')

const getWatches = (): WeakMap<Payload, Watch> => {
  const store = globalThis as { [KEY]?: WeakMap<Payload, Watch> }
  store[KEY] ??= new WeakMap()
  return store[KEY]
}

/**
 * Follows what people are told, of all processes, through the database: at one statement every two
 * seconds, however many watch, and one for each of them when something was told. What is new they
 * ask for themselves, because each may see something else. Returns what ends it.
 */
export const watchNotifications = ({
  payload,
  ...watcher
}: WatchNotificationsArgs): (() => void) => {
  const watches = getWatches()
  const watch = watches.get(payload) ?? inOwnContext(() => startWatch(payload))
  watches.set(payload, watch)
  watch.watchers.add(watcher)
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
    const { database } = getSync(payload)
    const mark = await readNewsMark({ database })
    const since = watch.mark
    watch.mark = mark
    if (since === undefined || isDeepStrictEqual(since, mark)) {
      return
    }
    await Promise.all(
      [...watch.watchers].map(async ({ onNews, readSight }) => {
        if (await hasNews({ database, sight: await readSight(), since })) {
          onNews()
        }
      }),
    )
  }
  const watch: Watch = {
    looking: repeat({ intervalMs: INTERVAL_MS, log: toLogLine(payload), work: look }),
    mark: undefined,
    watchers: new Set(),
  }
  void watch.looking.now()
  return watch
}
