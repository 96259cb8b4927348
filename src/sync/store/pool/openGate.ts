import type { NodePgSession } from '@payloadcms/db-postgres/drizzle/node-postgres'

import type { Database, getAdapter } from '../Database.js'

import { toTransaction } from './toTransaction.js'

type Session = Awaited<ReturnType<Database['session']>>

type Client = ConstructorParameters<typeof NodePgSession>[0]

type Query = (...args: unknown[]) => Promise<unknown>

type OpenGateArgs = {
  adapter: ReturnType<typeof getAdapter>
  /** Told of each statement of others before it is sent. */
  before: (text: string) => Promise<void>
  /** Of the transaction. */
  id: number | string
}

export type Gate = {
  /** Lets everybody use the connection as before. */
  close: () => void
  /** What everybody finds as the transaction. */
  gated: Session
  /** Does something while nobody else sends a statement. */
  inLine: <TResult>(work: () => Promise<TResult>) => Promise<TResult>
  /** The transaction itself, for what is done in line. */
  raw: Session
}

/**
 * Stands in front of the connection of a transaction: one statement at a time, each announced. A
 * driver warns where several are sent at the same time, as hooks of several fields do.
 */
export const openGate = ({ id, adapter, before }: OpenGateArgs): Gate => {
  const entry = adapter.sessions[id]
  if (!entry) {
    throw new Error('The transaction has ended before its last statement.')
  }
  const raw = entry.db
  const { client } = (raw as unknown as { session: { client: Client } }).session
  let line: Promise<unknown> = Promise.resolve()
  const inLine: Gate['inLine'] = async (work) => {
    const mine = line.then(async () => {
      // Its connection may be somebody else's by now.
      if (adapter.sessions[id] !== entry) {
        throw new Error('The transaction has ended before its last statement.')
      }
      return await work()
    })
    line = mine.catch(() => undefined)
    return await mine
  }
  const query = async (...args: unknown[]): Promise<unknown> =>
    await inLine(async () => {
      await before(toText(args[0]))
      return await (client.query as Query).apply(client, args)
    })
  const gated = toTransaction({
    adapter,
    client: Object.create(client, { query: { value: query } }) as Client,
  })
  // Two copies of Drizzle may be installed, which only TypeScript minds.
  entry.db = gated as unknown as typeof entry.db
  return {
    close: () => {
      entry.db = raw
    },
    gated: gated as unknown as Session,
    inLine,
    raw: raw as unknown as Session,
  }
}

/** Whether a statement only looks. */
export const isSelect = (text: string): boolean => /^\s*select\b/i.test(text)

const toText = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: unknown }).text)
