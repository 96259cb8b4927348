import type { Payload } from 'payload'
import type { PoolClient } from 'pg'

import { getAdapter } from '../../../src/sync/store/Database.js'

export type Watched = {
  /** Statements since the start, those that begin and end transactions among them. */
  statements: number
  /** When the last batch of a sync was committed, and what the process had used by then. */
  stored: { at: number; cpu: NodeJS.CpuUsage; statements: number } | undefined
}

/** Counts what a process asks of its database, and notes when a batch of a sync is stored. */
export const watchDatabase = (payload: Payload): { read: () => Watched; start: () => void } => {
  const { pool } = getAdapter(payload)
  const { prototype } = (pool as unknown as { Client: { prototype: PoolClient } }).Client
  const ask = Reflect.get(prototype, 'query') as (...args: unknown[]) => unknown
  const withBatch = new WeakSet<PoolClient>()
  let watched: Watched = { statements: 0, stored: undefined }
  prototype.query = function (this: PoolClient, ...args: unknown[]) {
    watched.statements += 1
    const [given] = args as [{ text: string } | string]
    const text = (typeof given === 'string' ? given : given.text).trimStart()
    if (text.includes('"sync_sightings"')) {
      withBatch.add(this)
    }
    const answer = ask.apply(this, args)
    if (/^commit/i.test(text) && withBatch.delete(this)) {
      const note = (): void => {
        const { statements } = watched
        watched.stored = { at: performance.now(), cpu: process.cpuUsage(), statements }
      }
      void Promise.resolve(answer).then(note, note)
    }
    return answer
  } as PoolClient['query']
  return {
    read: () => watched,
    start: () => {
      watched = { statements: 0, stored: undefined }
    },
  }
}
