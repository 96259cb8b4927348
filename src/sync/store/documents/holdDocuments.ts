import type { PgColumn } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { PayloadRequest } from 'payload'

import { asc, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { findContentTable } from '../findContentTable.js'
import { isOneOf } from '../isOneOf.js'

type HoldDocumentsArgs = {
  /** Slug. */
  collection: string
  database: Database
  ids: readonly (number | string)[]
  /** Whose transaction holds the locks until it ends. */
  req: PayloadRequest
  /** @default 15 seconds, unless the project has a `lock_timeout` of its own */
  waitMs?: number
}

/** A batch with slow hooks can take that long; whoever waits longer is told. */
const LONGEST_WAIT_MS = 15_000

type Held = { ids: Set<string>; transaction: number | string }

/** What the transaction of a request holds already, so that a nested write asks for nothing. */
const heldBy = new WeakMap<PayloadRequest, Held>()

/**
 * Waits until nobody else writes these documents, and keeps others from it. Whoever locks several
 * does it in the order of their ids, here and in a batch, so that no two wait for each other. What
 * is read in the transaction afterwards is what the others left.
 *
 * @throws Error of the database that `isLockRefused` knows, when it takes too long or the
 * transaction may not see what the others left
 */
export const holdDocuments = async ({
  collection,
  database,
  ids,
  req,
  waitMs,
}: HoldDocumentsArgs): Promise<void> => {
  const table = findContentTable({ collection, payload: database.payload })
  const held = await findHeld(req)
  if (!table || !held) {
    return
  }
  const column = table.id!
  const wanted = ids.filter(
    (id) => isStorable({ id, column }) && !held.ids.has(toKey({ id, collection })),
  )
  if (wanted.length === 0) {
    return
  }
  const session = await database.session(req)
  const lock = (config?: { skipLocked: true }) =>
    session
      .select({ id: column })
      .from(table)
      .where(isOneOf({ column, values: wanted.map(String) }))
      .orderBy(asc(column))
      // Others may still point to these documents, which does not change them.
      .for('no key update', config)
  // Nearly always nobody else is there, and this is the only statement.
  const free = await lock({ skipLocked: true })
  if (free.length < wanted.length) {
    const timeout =
      waitMs === undefined
        ? sql`case current_setting('lock_timeout') when '0' then ${`${LONGEST_WAIT_MS}ms`}
          else current_setting('lock_timeout') end`
        : sql`${`${waitMs}ms`}`
    const { rows } = await session.execute<{ was: string }>(
      sql`select current_setting('lock_timeout') as was,
        set_config('lock_timeout', ${timeout}, true)`,
    )
    await lock()
    await session.execute(sql`select set_config('lock_timeout', ${rows[0]!.was}, true)`)
  }
  await noteHeld({ collection, ids: wanted, req })
}

/** What the request's transaction holds; `undefined` outside of one. */
const findHeld = async (req: PayloadRequest): Promise<Held | undefined> => {
  const transaction = await req.transactionID
  const held = heldBy.get(req)
  if (!transaction || held?.transaction === transaction) {
    return transaction ? held : undefined
  }
  const begun: Held = { ids: new Set(), transaction }
  heldBy.set(req, begun)
  return begun
}

type NoteHeldArgs = Omit<HoldDocumentsArgs, 'database' | 'waitMs'>

/** Notes that the transaction of `req` has locked these documents. */
export const noteHeld = async ({ collection, ids, req }: NoteHeldArgs): Promise<void> => {
  const held = await findHeld(req)
  ids.forEach((id) => held?.ids.add(toKey({ id, collection })))
}

type IsHeldArgs = { collection: string; id: number | string; req: PayloadRequest }

/** Whether the transaction of a request holds a document, which then is as it was read. */
export const isHeld = async ({ id, collection, req }: IsHeldArgs): Promise<boolean> => {
  const held = await findHeld(req)
  return held?.ids.has(toKey({ id, collection })) ?? false
}

const toKey = ({ id, collection }: Omit<IsHeldArgs, 'req'>): string => `${collection}/${id}`

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const LARGEST_SERIAL = 2_147_483_647

type IsStorableArgs = { column: PgColumn; id: number | string }

/** Whether the database would take it for an id; a statement that fails ends the transaction. */
const isStorable = ({ id, column }: IsStorableArgs): boolean => {
  switch (column.getSQLType()) {
    case 'integer':
    case 'serial':
      return /^\d+$/.test(String(id)) && Number(id) <= LARGEST_SERIAL
    case 'numeric':
      return Number.isFinite(Number(id)) && String(id).trim() !== ''
    case 'uuid':
      return UUID.test(String(id))
    default:
      return true
  }
}
