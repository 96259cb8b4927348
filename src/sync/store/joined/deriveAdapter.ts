import type { CreateArgs, CreateVersionArgs, PayloadRequest, UpdateOneArgs } from 'payload'

import { getTableName } from '@payloadcms/db-postgres/drizzle'
import { deepCopyObjectSimple } from 'payload'

import type { getAdapter, Table } from '../Database.js'
import type { Id, Turns, Writing } from './Call.js'
import type { Buffer, Session } from './createBuffer.js'

import { deriveSession } from './deriveSession.js'
import { joinInserts } from './joinInserts.js'
import { isOnly, readConditions } from './readConditions.js'

type Adapter = ReturnType<typeof getAdapter>

type DeriveAdapterArgs = {
  adapter: Adapter
  buffer: Buffer
  /** Slug. */
  collection: string
  /** Whether a hook may have written to what was read of the collection beforehand. */
  isTouched: () => boolean
  reading: Set<Writing>
  session: Session
  table: Table
  transaction: number | string
  turns: Turns
  versions: Table | undefined
}

/**
 * The project's adapter, of which the calls that an operation makes for its own document are joined
 * with those of the others. What is not exactly such a call is the project's adapter's alone.
 *
 * @see `collections/operations` and `versions` of payload, `upsertRow` of `@payloadcms/drizzle`
 */
export const deriveAdapter = (args: DeriveAdapterArgs): Adapter => {
  const { adapter, buffer, collection, isTouched, reading, session, table, transaction } = args
  const { turns, versions } = args
  const { [transaction]: entry } = adapter.sessions
  const insert = joinInserts({ adapter, buffer, table, turns, versions })
  const joining = Object.create(adapter, {
    deleteWhere: {
      value: async (given: Parameters<Adapter['deleteWhere']>[0]) => {
        const of = adapter.tables[given.tableName] as unknown as Table
        buffer.add({ by: turns.self(), write: { kind: 'delete', table: of, where: given.where } })
        await Promise.resolve()
      },
    },
    insert: { value: insert },
    sessions: {
      value: {
        ...adapter.sessions,
        [transaction]: {
          ...entry,
          db: deriveSession({ buffer, session, table, turns, versions }),
        },
      },
    },
  }) as Adapter

  /** Hooks may write on their own, in another transaction or in none. */
  const isInside = async (req: Partial<PayloadRequest> | undefined): Promise<boolean> =>
    req !== undefined && (await req.transactionID) === transaction
  const isOurs = async (slug: string, req: Partial<PayloadRequest> | undefined): Promise<boolean> =>
    slug === collection && (await isInside(req))
  const isOfSelf = (id: unknown): boolean => id !== undefined && turns.self()?.id === id
  const copy = <TValue>(value: TValue): TValue => deepCopyObjectSimple(value as never) as TValue

  const create: Adapter['create'] = async (given: CreateArgs) =>
    given.select === undefined && (await isOurs(given.collection, given.req))
      ? await adapter.create.call(joining, given)
      : await adapter.create(given)

  const createVersion: Adapter['createVersion'] = async (given: CreateVersionArgs) => {
    if (given.select !== undefined || !(await isOurs(given.collectionSlug, given.req))) {
      return (await adapter.createVersion(given)) as never
    }
    const name = getTableName(versions!)
    let id: Id | undefined
    const own = Object.create(joining, {
      // Says of the versions before that they are not the newest.
      execute: {
        value: async () => {
          const parent = given.parent as Id
          buffer.add({
            by: turns.self(),
            write: { id: id!, at: given.updatedAt, kind: 'supersede', parent, table: versions! },
          })
          await Promise.resolve()
        },
      },
      insert: {
        value: async (row: Parameters<typeof insert>[0]) => {
          const rows = await insert(row)
          id = row.tableName === name ? (rows[0]!.id as Id) : id
          return rows
        },
      },
    }) as Adapter
    return (await adapter.createVersion.call(own, given)) as never
  }

  const deleteMany: Adapter['deleteMany'] = async (given) => {
    const conditions = readConditions(given.where)
    const id = conditions?.get('document.value equals')
    const isUnlock =
      given.collection === 'payload-locked-documents' &&
      isOnly({ conditions, names: ['document.relationTo equals', 'document.value equals'] }) &&
      conditions?.get('document.relationTo equals') === collection
    return isUnlock && isOfSelf(id) && (await isInside(given.req))
      ? void (await turns.wait({ id: id as Id, kind: 'unlock' }))
      : await adapter.deleteMany(given)
  }

  const deleteVersions: Adapter['deleteVersions'] = async (given) => {
    const self = turns.self()
    const conditions = readConditions(given.where)
    const isExpired =
      self?.expired !== undefined &&
      isOnly({ conditions, names: ['parent equals', 'updatedAt less_than_equal'] }) &&
      conditions?.get('parent equals') === self.expired.id &&
      conditions?.get('updatedAt less_than_equal') === self.expired.at
    if (!isExpired || given.collection !== collection) {
      await adapter.deleteVersions(given)
      return
    }
    buffer.add({ by: self, write: { ...self.expired!, kind: 'expire', table: versions! } })
    self.expired = undefined
  }

  const findOne: Adapter['findOne'] = async (given) => {
    const { draftsEnabled, joins, select, ...usual } = given
    const conditions = readConditions(given.where)
    const id = conditions?.get('id equals')
    const self = turns.self()
    const isKnown =
      [draftsEnabled, joins, select].every((each) => each === undefined) &&
      'locale' in usual &&
      isOnly({ conditions, names: ['id equals'] }) &&
      isOfSelf(id) &&
      (await isOurs(given.collection, given.req))
    if (!isKnown) {
      return (await adapter.findOne(given)) as never
    }
    reading.add(self!)
    const locale = given.locale
    const found =
      self!.document && !isTouched()
        ? copy(self!.document)
        : await turns.wait({ id: id as Id, kind: 'document', locale })
    return (found ?? null) as never
  }

  const findVersions: Adapter['findVersions'] = async (given) => {
    const { limit, page, pagination, select, sort } = given
    const isOne =
      limit === 1 && pagination === false && select === undefined && sort === '-updatedAt'
    const conditions = readConditions(given.where)
    const id = conditions?.get('parent equals') as Id | undefined
    if (!isOne || id === undefined || !(await isOurs(given.collection, given.req))) {
      return (await adapter.findVersions(given)) as never
    }
    const self = turns.self()
    if (page === undefined && isOfSelf(id) && isOnly({ conditions, names: LATEST })) {
      reading.add(self!)
      const locale = given.locale
      const found = await turns.wait({ id, kind: 'latest', locale })
      return { docs: found ? [found] : [] } as never
    }
    if (self && page !== undefined && isOnly({ conditions, names: ['parent equals'] })) {
      const found = (await turns.wait({ id, kind: 'oldest', place: page })) as
        { at: unknown } | undefined
      self.expired = found && { id, at: found.at }
      return { docs: found ? [{ updatedAt: found.at }] : [] } as never
    }
    return (await adapter.findVersions(given)) as never
  }

  const updateOne: Adapter['updateOne'] = async (given: UpdateOneArgs) => {
    const { id, options, returning, select } = given
    const self = turns.self()
    const isUsual = [options, returning, select].every((each) => each === undefined)
    if (!self || !isUsual || !isOfSelf(id) || !(await isOurs(given.collection, given.req))) {
      return (await adapter.updateOne(given)) as never
    }
    reading.delete(self)
    self.document = undefined
    return (await adapter.updateOne.call(joining, given)) as never
  }

  return Object.create(
    adapter,
    Object.fromEntries(
      Object.entries({
        create,
        createVersion,
        deleteMany,
        deleteVersions,
        findOne,
        findVersions,
        updateOne,
      }).map(([key, value]) => [key, { value }]),
    ),
  ) as Adapter
}

const LATEST = ['parent equals', 'latest equals']
