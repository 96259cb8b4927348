import type { DatabasePool } from '../Database.js'

/** Held by the process, because a bundler may load this module more than once. */
const KEY = Symbol.for('payload-plugin-sync/exhausted')

const getExhausted = (): WeakSet<DatabasePool> => {
  const store = globalThis as { [KEY]?: WeakSet<DatabasePool> }
  store[KEY] ??= new WeakSet()
  return store[KEY]
}

type NoteExhaustionArgs = { isExhausted: boolean; pool: DatabasePool }

/** Remembers whether this process has run out of database connections. */
export const noteExhaustion = ({ isExhausted, pool }: NoteExhaustionArgs): void => {
  if (isExhausted) {
    getExhausted().add(pool)
  } else {
    getExhausted().delete(pool)
  }
}

/** Whether the workers of this process were stopped because it had no connection left. */
export const isPoolExhausted = (pool: DatabasePool): boolean => getExhausted().has(pool)
