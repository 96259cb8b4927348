import type { PostgresAdapter } from '@payloadcms/db-postgres'

/**
 * Makes the pool of an adapter that may have one connection only before the adapter does. It would
 * take that one when it connects and never give it back, so that every statement waits for ever. A
 * larger pool stays the adapter's.
 */
export const lendAll = <TAdapter extends object>(adapter: TAdapter): TAdapter => {
  if (!hasSinglePool(adapter)) {
    return adapter
  }
  const connect = adapter.connect?.bind(adapter)
  adapter.connect = async (options) => {
    if (!(adapter as Partial<PostgresAdapter>).pool) {
      const pool = new adapter.pg.Pool(adapter.poolOptions)
      // Who uses a connection is told by the statement; one that breaks in between is opened anew.
      pool.on('error', () => undefined)
      pool.on('connect', (client) => client.on('error', () => undefined))
      adapter.pool = pool
    }
    await connect?.(options)
  }
  return adapter
}

const hasSinglePool = (adapter: object): adapter is PostgresAdapter =>
  'poolOptions' in adapter &&
  typeof adapter.poolOptions === 'object' &&
  adapter.poolOptions !== null &&
  'max' in adapter.poolOptions &&
  adapter.poolOptions.max === 1
