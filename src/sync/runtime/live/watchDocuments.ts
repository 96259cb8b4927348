import type { Payload } from 'payload'

import type { Repeated } from '../repeat.js'
import type { FeedMessage } from '../watch/createFeed.js'
import type { DocumentFeed } from './createDocumentFeed.js'
import type { LiveCollection } from './LiveSettings.js'

import { getSync } from '../../engine/Sync.js'
import { toLogLine } from '../../queue/toLogLine.js'
import { inOwnContext } from '../process/inOwnContext.js'
import { onShutdown } from '../process/onShutdown.js'
import { repeat } from '../repeat.js'
import { createDocumentFeed } from './createDocumentFeed.js'
import { getLive } from './LiveSettings.js'
import { lookAtDocuments } from './lookAtDocuments.js'

/** How long a process goes on looking when nobody watches, for those who come back in a moment. */
const LINGER_MS = 10_000

type Watcher = {
  /** Told when no more will come: this process ends, or visitors may not read any more. */
  onEnd: () => void
  /** Told that there is something new to catch up on. */
  onNews: () => void
}

type WatchDocumentsArgs = { payload: Payload; slug: string } & Watcher

export type DocumentWatch = {
  /** What brings somebody up to date who was told `lastId`. */
  catchUp: (lastId: string | undefined) => FeedMessage[]
  stop: () => void
}

type Watch = {
  failure: Error | undefined
  feed: DocumentFeed
  first: Promise<void>
  lingering: NodeJS.Timeout | undefined
  looking: Repeated
  watchers: Set<Watcher>
}

/** Held by the process, because a bundler may load this module more than once. */
const KEY = Symbol.for('payload-plugin-sync/live')

const getWatches = (payload: Payload): Map<string, Watch> => {
  const store = globalThis as { [KEY]?: WeakMap<Payload, Map<string, Watch>> }
  store[KEY] ??= new WeakMap()
  const watches = store[KEY].get(payload) ?? new Map<string, Watch>()
  store[KEY].set(payload, watches)
  return watches
}

/** How many watch in this process. */
export const countWatchers = (payload: Payload): number =>
  [...getWatches(payload).values()].reduce((count, { watchers }) => count + watchers.size, 0)

/**
 * Follows what visitors may see of a collection, at one look an interval however many watch.
 *
 * @throws what the first look failed with: Forbidden when visitors may not read the collection
 */
export const watchDocuments = async ({
  slug,
  payload,
  ...watcher
}: WatchDocumentsArgs): Promise<DocumentWatch> => {
  const watches = getWatches(payload)
  const watch = watches.get(slug) ?? inOwnContext(() => startWatch({ slug, payload }))
  watches.set(slug, watch)
  clearTimeout(watch.lingering)
  watch.watchers.add(watcher)
  const forget = onShutdown(watcher.onEnd)
  const stop = (): void => {
    forget()
    if (watch.watchers.delete(watcher) && watch.watchers.size === 0) {
      watch.lingering = setTimeout(() => endWatch({ slug, payload, watch }), LINGER_MS).unref()
    }
  }
  await watch.first
  if (watch.failure !== undefined && watch.feed.catchUp(undefined).length === 0) {
    stop()
    endWatch({ slug, payload, watch })
    throw watch.failure
  }
  return { catchUp: watch.feed.catchUp, stop }
}

type StartWatchArgs = { payload: Payload; slug: string }

const startWatch = ({ slug, payload }: StartWatchArgs): Watch => {
  const live = getLive(payload)
  const collection: LiveCollection = live.collections.get(slug)!
  const watch: Watch = {
    failure: undefined,
    feed: createDocumentFeed(),
    first: Promise.resolve(),
    lingering: undefined,
    looking: repeat({
      intervalMs: live.intervalMs,
      log: toLogLine(payload),
      work: async () => {
        try {
          await look({ slug, collection, payload, watch })
          watch.failure = undefined
        } catch (error) {
          watch.failure = error instanceof Error ? error : new Error(String(error))
          if (!isForbidden(error)) {
            throw error
          }
          endWatch({ slug, payload, watch })
        }
      },
    }),
    watchers: new Set(),
  }
  watch.first = watch.looking.now()
  return watch
}

type LookArgs = { collection: LiveCollection; watch: Watch } & StartWatchArgs

const look = async ({ slug, collection, payload, watch }: LookArgs): Promise<void> => {
  const { clock } = getSync(payload)
  const found = await lookAtDocuments({
    slug,
    collection,
    now: clock.now(),
    payload,
    versions: watch.feed.versions(),
  })
  if (watch.feed.take(found)) {
    watch.watchers.forEach(({ onNews }) => onNews())
  }
}

/** Whether visitors may not read the collection, by Payload's own word. */
export const isForbidden = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === 403

type EndWatchArgs = { watch: Watch } & StartWatchArgs

const endWatch = ({ slug, payload, watch }: EndWatchArgs): void => {
  watch.looking.stop()
  clearTimeout(watch.lingering)
  const watches = getWatches(payload)
  if (watches.get(slug) === watch) {
    watches.delete(slug)
  }
  ;[...watch.watchers].forEach(({ onEnd }) => onEnd())
}

/** Ends all that is watched in this process, as it is when the process ends. */
export const endWatches = ({ payload }: { payload: Payload }): void => {
  ;[...getWatches(payload)].forEach(([slug, watch]) => endWatch({ slug, payload, watch }))
}
