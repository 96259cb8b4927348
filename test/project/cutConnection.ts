import type { Pool } from 'pg'

import { onTestFinished } from 'vitest'

type CutConnectionArgs = { pool: Pool; statement: RegExp; times?: number }

type Query = (
  this: { connection: { stream: { destroy: () => void } } },
  ...args: unknown[]
) => unknown

/** Cuts connections of a pool in the moment in which they send such a statement. */
export const cutConnection = ({ pool, statement, times = 1 }: CutConnectionArgs) => {
  const prototype = (pool as unknown as { Client: { prototype: { query: Query } } }).Client
    .prototype
  const { query } = prototype
  let count = 0
  const restore = (): void => {
    prototype.query = query
  }
  prototype.query = function (...args) {
    const [first] = args
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text
    if (count < times && statement.test(text ?? '')) {
      count += 1
      this.connection.stream.destroy()
      if (count === times) {
        restore()
      }
    }
    return query.apply(this, args)
  }
  onTestFinished(restore)
  return { count: () => count }
}
