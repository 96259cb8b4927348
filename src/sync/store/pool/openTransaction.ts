import type { PgTransactionConfig } from '@payloadcms/db-postgres/drizzle/pg-core'

import { randomUUID } from 'node:crypto'

import type { Database } from '../Database.js'

import { getAdapter } from '../Database.js'
import { toTransaction } from './toTransaction.js'

export type OpenTransaction = {
  /** @throws Error when the database did not say that all of it is kept */
  commit: () => Promise<void>
  /** By which Payload's Local API finds it: the `transactionID` of a request. */
  id: string
  /** Undoes all of it; does nothing when it has ended. */
  rollback: () => Promise<void>
}

type OpenTransactionArgs = { database: Pick<Database, 'payload' | 'stallLimitMs'> }

/**
 * Begins a transaction on a connection of the pool and enters it where Payload's adapter keeps its
 * own. The connection goes back to the pool whatever happens, and one that broke does not come
 * back. Payload's own way begins outside of every `try`: a connection cut in that moment stays lent
 * for ever.
 */
export const openTransaction = async ({
  database: { payload, stallLimitMs },
}: OpenTransactionArgs): Promise<OpenTransaction> => {
  const adapter = getAdapter(payload)
  // In development Payload takes its adapter down and up again when the config changes.
  await adapter.initializing
  const client = await adapter.pool.connect()
  // Its statements tell the same; without a listener it would end the process.
  const onError = (): void => undefined
  client.on('error', onError)
  let isEnded = false
  const giveBack = (error?: unknown): void => {
    client.off('error', onError)
    client.release(error === undefined ? undefined : toError(error))
  }

  const id = randomUUID()
  const end = async (statement: 'commit' | 'rollback'): Promise<void> => {
    isEnded = true
    delete adapter.sessions[id]
    let command: string
    try {
      ;({ command } = await client.query(statement))
    } catch (error) {
      giveBack(error)
      throw error
    }
    giveBack()
    // What Postgres answers to a commit after a failed statement.
    if (statement === 'commit' && command !== 'COMMIT') {
      throw new Error('The database undid a transaction, because a statement in it had failed.')
    }
  }
  const rollback = async (): Promise<void> => {
    if (!isEnded) {
      // A connection that is gone has undone it.
      await end('rollback').catch(() => undefined)
    }
  }

  try {
    const limit = Math.round(stallLimitMs)
    await client.query(`begin; set local idle_in_transaction_session_timeout = ${limit}`)
    const tx = toTransaction({ adapter, client })
    const { transactionOptions: options } = adapter as { transactionOptions?: unknown }
    if (isConfig(options)) {
      await tx.setTransaction(options)
    }
    adapter.sessions[id] = {
      // Two copies of Drizzle may be installed, which only TypeScript minds.
      db: tx as unknown as (typeof adapter.sessions)[string]['db'],
      reject: rollback,
      resolve: () => (isEnded ? Promise.resolve() : end('commit')),
    }
  } catch (error) {
    isEnded = true
    giveBack(error)
    throw error
  }

  return {
    id,
    commit: async () => {
      if (isEnded) {
        throw new Error('The transaction has ended before its last statement.')
      }
      await end('commit')
    },
    rollback,
  }
}

const isConfig = (options: unknown): options is PgTransactionConfig =>
  typeof options === 'object' && options !== null && Object.keys(options).length > 0

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))
