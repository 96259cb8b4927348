import type { Payload, PayloadRequest } from 'payload'

import { getTableName } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { Call, Id, Turns, Writing } from './Call.js'

import { getAdapter, getSchema } from '../Database.js'
import { findContentTable, findVersionsTable } from '../findContentTable.js'
import { isSelect, openGate } from '../pool/openGate.js'
import { answerCalls } from './answerCalls.js'
import { createBuffer } from './createBuffer.js'
import { deriveAdapter } from './deriveAdapter.js'

type OpenJointArgs = {
  /** Slug. */
  collection: string
  database: Database
  /** Makes the error that says what keeps the writes from being joined. */
  giveUp: (why: string) => Error
  /** Its transaction has begun. */
  req: PayloadRequest
  /** Asked before documents are written. May throw. */
  requireFree: (ids: readonly Id[]) => Promise<void>
  turns: Turns
}

export type Joint = {
  answer: (calls: readonly Call[]) => Promise<unknown[]>
  /** Lets the request be as it was. */
  close: () => void
  /** Writes what is left. */
  finish: () => Promise<void>
  /** Lets the operations log nothing any more. */
  silence: () => void
}

/**
 * Has Payload's own operations with a request write documents of one collection by few statements:
 * what it finds as `req.payload` asks the database together with the other writes, and keeps back
 * what nobody has to wait for until anybody looks.
 */
export const openJoint = async ({
  collection,
  database,
  giveUp,
  req,
  requireFree,
  turns,
}: OpenJointArgs): Promise<Joint> => {
  const { payload } = database
  const adapter = getAdapter(payload)
  const transaction = (await req.transactionID)!
  const table = findContentTable({ collection, payload })!
  const versions = findVersionsTable({ collection, payload })
  /** Those who have read their document and not written it yet. */
  const reading = new Set<Writing>()
  const names = [table, versions].flatMap((each) => (each ? `"${getTableName(each)}"` : []))
  let isTouched = false
  // Hooks and Payload's bulk operations may swallow what is thrown at them.
  let failure: { error: unknown } | undefined
  const orFail = async <TResult>(work: () => Promise<TResult>): Promise<TResult> => {
    try {
      if (failure) {
        throw failure.error
      }
      return await work()
    } catch (error) {
      failure ??= { error }
      throw error
    }
  }
  const gate = openGate({
    id: transaction,
    adapter,
    before: async (text) =>
      await orFail(async () => {
        if (!isSelect(text) && names.some((name) => text.includes(name))) {
          // It would be undone: each writes all fields of the document as it was when it was read.
          if (reading.size > 0) {
            throw giveUp('a hook wrote to the collection of its document')
          }
          isTouched = true
        }
        await buffer.flush()
      }),
  })
  const buffer = createBuffer({ session: gate.raw })
  const { [transaction]: session } = adapter.sessions
  const itself = Object.create(adapter, {
    sessions: {
      value: { ...adapter.sessions, [transaction]: { ...session, db: gate.raw } },
    },
  }) as typeof adapter
  let { logger } = payload
  const derived = Object.create(payload, {
    db: {
      value: deriveAdapter({
        adapter,
        buffer,
        collection,
        isTouched: () => isTouched,
        reading,
        session: gate.gated,
        table,
        transaction,
        turns,
        versions,
      }),
    },
    logger: { get: () => logger },
  }) as Payload
  // The Local API sets it to what it was called on, whoever calls it.
  Object.defineProperty(req, 'payload', {
    configurable: true,
    enumerable: true,
    get: () => derived,
    set: () => undefined,
  })
  const schema = getSchema(payload)
  return {
    answer: async (calls) =>
      await orFail(async () => {
        const unlocked = calls.filter((call) => call.kind === 'unlock').map(({ id }) => id)
        if (unlocked.length > 0) {
          await requireFree(unlocked)
        }
        return await gate.inLine(async () => {
          await buffer.flush()
          return await answerCalls({
            adapter: itself,
            calls,
            collection,
            giveUp,
            req,
            schema,
            session: gate.raw,
            table,
            versions,
          })
        })
      }),
    close: () => {
      gate.close()
      Object.defineProperty(req, 'payload', {
        configurable: true,
        enumerable: true,
        value: payload,
        writable: true,
      })
    },
    finish: async () => await orFail(() => gate.inLine(() => buffer.flush())),
    silence: () => {
      logger = payload.logger.child({}, { level: 'silent' })
    },
  }
}
