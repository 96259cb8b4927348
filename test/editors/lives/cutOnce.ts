import type { Payload } from 'payload'

import { getAdapter } from '../../../src/sync/store/Database.js'

type Query = (
  this: { connection: { stream: { destroy: () => void } } },
  ...args: unknown[]
) => unknown

type CutOnceArgs = { payload: Payload; work: () => Promise<unknown> }

/** Cuts the connection of a batch in the moment in which it saves what it remembers. */
export const cutOnce = async ({ payload, work }: CutOnceArgs): Promise<void> => {
  const { prototype } = (
    getAdapter(payload).pool as unknown as { Client: { prototype: { query: Query } } }
  ).Client
  const { query } = prototype
  let isCut = false
  prototype.query = function (...args) {
    const [first] = args
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text
    if (!isCut && /^insert into "sync_records"/u.test(text ?? '')) {
      isCut = true
      this.connection.stream.destroy()
    }
    return query.apply(this, args)
  }
  try {
    await work()
  } finally {
    prototype.query = query
  }
}
