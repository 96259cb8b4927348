import type { PayloadRequest } from 'payload'

import { getTableName } from '@payloadcms/db-postgres/drizzle'

import type { Database, Table } from '../Database.js'

import { getAdapter } from '../Database.js'
import { isSelect, openGate } from '../pool/openGate.js'

type WatchWritesArgs = {
  database: Database
  /** Its transaction has begun. */
  req: PayloadRequest
  tables: readonly Table[]
}

export type WriteWatch = {
  /** Does what is nobody else's write. */
  asOwn: <TResult>(work: () => Promise<TResult>) => Promise<TResult>
  close: () => void
  hasSeenAny: () => boolean
}

/** Notices what hooks write to some tables in a transaction. */
export const watchWrites = async ({
  database,
  req,
  tables,
}: WatchWritesArgs): Promise<WriteWatch> => {
  const names = tables.map((table) => `"${getTableName(table)}"`)
  let hasSeen = false
  let isOwn = false
  const { close } = openGate({
    id: (await req.transactionID)!,
    adapter: getAdapter(database.payload),
    before: (text) => {
      hasSeen ||= !isOwn && !isSelect(text) && names.some((name) => text.includes(name))
      return Promise.resolve()
    },
  })
  return {
    asOwn: async (work) => {
      isOwn = true
      try {
        return await work()
      } finally {
        isOwn = false
      }
    },
    close,
    hasSeenAny: () => hasSeen,
  }
}
