import { createHmac } from 'node:crypto'
import { z } from 'zod'

import type { Clock } from '../../../shared/clock.js'
import type { Database } from '../Database.js'

import { countOne } from '../../../shared/measures/measure.js'
import { getAdapter } from '../Database.js'
import { callCache, findCache, isPaused } from './callCache.js'
import { findRunStamp } from './findRunStamp.js'

/** Counted up when answers of another shape are kept than by the version before. */
const SHAPE = 1

const keptSchema = z.object({
  answer: z.unknown().refine((answer) => answer !== undefined),
  stamp: z.string(),
  until: z.number(),
})

type KeepAnswerArgs<TAnswer> = {
  /** Nothing but JSON. */
  ask: () => Promise<TAnswer>
  clock: Clock
  database: Database
  /** How old an answer may be, in milliseconds, while no run moves. */
  maxAgeMs: number
  /** What is asked. */
  name: string
  /** Everything that the answer depends on, above all what whoever asks may know of. */
  of: Record<string, unknown>
}

/**
 * An answer from the project's cache, as long as no run has started, moved on by a percent or ended
 * since it was given; else a new one, which is kept. Without a cache, and with one that is broken or
 * slow, always a new one.
 *
 * A key-value store of Payload forgets nothing by itself, so an answer is kept with its end.
 */
export const keepAnswer = async <TAnswer>({
  name,
  ask,
  clock,
  database,
  maxAgeMs,
  of,
}: KeepAnswerArgs<TAnswer>): Promise<TAnswer> => {
  const { payload } = database
  const cache = findCache(payload)
  if (!cache || isPaused({ cache, clock })) {
    if (cache) {
      noteLookup('skipped')
    }
    return await ask()
  }
  const key = `payload-plugin-sync:${name}:${toDigest({ database, of })}`
  const [found, stamp] = await Promise.all([
    callCache({ cache, call: (kv) => kv.get(key), clock, payload }),
    // Before the answer is made: what happens meanwhile makes it out of date.
    findRunStamp(database),
  ])
  const now = clock.now().getTime()
  const { data: kept } = keptSchema.safeParse(found)
  // A host whose clock is ahead must not keep anything longer than it may be.
  if (kept && kept.stamp === stamp && now < kept.until && kept.until <= now + maxAgeMs) {
    noteLookup('hit')
    return kept.answer as TAnswer
  }
  noteLookup(isPaused({ cache, clock }) ? 'skipped' : 'miss')
  const answer = await ask()
  // Nobody waits for it, and a failure is noted.
  void callCache({
    cache,
    call: (kv) => kv.set(key, { answer, stamp, until: now + maxAgeMs }),
    clock,
    payload,
  })
  return answer
}

const noteLookup = (result: 'hit' | 'miss' | 'skipped'): void =>
  countOne({ name: 'payload_sync_process_cache_lookups_total', labels: { result } })

type ToDigestArgs = { database: Database; of: Record<string, unknown> }

/** Projects may share a cache: what is one's is no other's, who has another secret or database. */
const toDigest = ({ database, of }: ToDigestArgs): string => {
  const { connectionString, database: name, host, port } = getAdapter(database.payload).pool.options
  const project = [connectionString, host, port, name, database.schema()]
  return createHmac('sha256', database.payload.secret)
    .update(JSON.stringify([SHAPE, project, of]))
    .digest('hex')
}
