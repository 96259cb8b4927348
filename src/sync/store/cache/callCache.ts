import type { KVAdapter, Payload } from 'payload'

import { DatabaseKVAdapter } from 'payload'

import type { Clock } from '../../../shared/clock.js'

/** A cache answers within this, or is done without. */
const PATIENCE_MS = 50

/** For so long a cache that failed is left alone, so that nobody waits for it again and again. */
const PAUSE_MS = 10_000

/** When the caches of this process failed last. One that answers again is forgotten. */
const failures = new WeakMap<KVAdapter, number>()

/**
 * Payload's key-value store, where the project has one that is quicker than its database: the
 * database would be asked in either case, and what is asked of it is then exact.
 */
export const findCache = (payload: Payload): KVAdapter | null =>
  (payload.kv as KVAdapter | undefined) && !(payload.kv instanceof DatabaseKVAdapter)
    ? payload.kv
    : null

type CacheArgs = { cache: KVAdapter; clock: Clock }

/** Whether a cache failed a moment ago, and is not asked at present. */
export const isPaused = ({ cache, clock }: CacheArgs): boolean => {
  const failedAt = failures.get(cache)
  return failedAt !== undefined && Math.abs(clock.now().getTime() - failedAt) < PAUSE_MS
}

type CallCacheArgs<TResult> = {
  call: (cache: KVAdapter) => Promise<TResult>
  payload: Payload
} & CacheArgs

/** What the cache says; `undefined` when it is broken, slow or left alone. Never rejects. */
export const callCache = async <TResult>({
  cache,
  call,
  clock,
  payload,
}: CallCacheArgs<TResult>): Promise<TResult | undefined> => {
  if (isPaused({ cache, clock })) {
    return undefined
  }
  const patience = waitFor(PATIENCE_MS)
  try {
    // An adapter may throw before it promises anything.
    const result = await Promise.race([
      Promise.resolve(cache).then(call),
      patience.over.then(() => {
        throw new Error(`It did not answer within ${PATIENCE_MS} ms.`)
      }),
    ])
    failures.delete(cache)
    return result
  } catch (error) {
    if (!failures.has(cache)) {
      payload.logger.warn({ err: error, msg: 'The cache is skipped, because it does not answer.' })
    }
    failures.set(cache, clock.now().getTime())
    return undefined
  } finally {
    patience.stop()
  }
}

const waitFor = (ms: number): { over: Promise<void>; stop: () => void } => {
  let timer: NodeJS.Timeout
  const over = new Promise<void>((resolve) => {
    // One more turn: where this process was busy for so long, the answer is there, and unread.
    timer = setTimeout(() => setImmediate(resolve), ms)
  })
  return { over, stop: () => clearTimeout(timer) }
}

type HasCacheFailedArgs = { clock: Clock; payload: Payload }

/** Whether the project has a cache that is skipped. Asks it, unless it failed a moment ago. */
export const hasCacheFailed = async ({ clock, payload }: HasCacheFailedArgs): Promise<boolean> => {
  const cache = findCache(payload)
  if (!cache) {
    return false
  }
  await callCache({ cache, call: (kv) => kv.has('payload-plugin-sync'), clock, payload })
  return isPaused({ cache, clock })
}
