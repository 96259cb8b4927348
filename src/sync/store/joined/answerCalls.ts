import type { PayloadRequest, Where } from 'payload'

import { getTableName, inArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { getAdapter, Table } from '../Database.js'
import type { Call, Id } from './Call.js'
import type { Session } from './createBuffer.js'

type Adapter = ReturnType<typeof getAdapter>

export type AnswerCallsArgs = {
  /** The project's, with the transaction itself among its sessions. */
  adapter: Adapter
  calls: readonly Call[]
  /** Slug. */
  collection: string
  /** Makes the error that says what keeps the writes from being joined. */
  giveUp: (why: string) => Error
  req: PayloadRequest
  schema: string
  session: Session
  table: Table
  versions: Table | undefined
}

/** Answers what many writes ask, in their order: those that ask the same of others at once. */
export const answerCalls = async (args: AnswerCallsArgs): Promise<unknown[]> => {
  const groups = new Map<string, Call[]>()
  for (const call of args.calls) {
    const key = toKey(call)
    groups.set(key, [...(groups.get(key) ?? []), call])
  }
  const answers = new Map<Call, unknown>()
  for (const calls of groups.values()) {
    const found = await answerAlike({ ...args, calls })
    calls.forEach((call, index) => answers.set(call, found[index]))
  }
  return args.calls.map((call) => answers.get(call))
}

const toKey = (call: Call): string => {
  switch (call.kind) {
    case 'document':
    case 'latest':
      return `${call.kind} ${call.locale}`
    case 'ids':
      return `${call.kind} ${getTableName(call.table)}`
    case 'oldest':
      return `${call.kind} ${call.place}`
    case 'row':
      return `${call.kind} ${call.tableName}`
    default:
      return call.kind
  }
}

const answerAlike = async (args: AnswerCallsArgs): Promise<unknown[]> => {
  const { adapter, calls, collection, req, session, table } = args
  const first = calls[0]!
  if (first.kind === 'ids') {
    return await takeIds(args)
  }
  const ids = calls.map((call) => (call as { id: Id }).id)
  const toAnswers = (rows: readonly object[], key = 'id'): unknown[] => {
    const byId = new Map(rows.map((row) => [String((row as Record<string, unknown>)[key]), row]))
    return ids.map((id) => byId.get(String(id)))
  }
  const all = { collection, limit: 0, pagination: false, req } as const
  switch (first.kind) {
    case 'document': {
      const where: Where = { id: { in: ids } }
      const { docs } = await adapter.find<Record<string, unknown>>({
        ...all,
        ...(first.locale !== undefined && { locale: first.locale }),
        where,
      })
      return toAnswers(docs)
    }
    case 'latest': {
      const where: Where = { and: [{ parent: { in: ids } }, { latest: { equals: true } }] }
      const { docs } = await adapter.findVersions<Record<string, unknown>>({
        ...all,
        ...(first.locale !== undefined && { locale: first.locale }),
        sort: 'updatedAt',
        where,
      })
      return toAnswers(docs, 'parent')
    }
    case 'oldest':
      return toAnswers(await findOldest({ ...args, ids, place: first.place }), 'parent')
    case 'row': {
      const { id } = adapter.tables[first.tableName] as unknown as Table
      const query = session.query as Record<string, RowQuery>
      return toAnswers(
        await query[first.tableName]!.findMany({ ...first.args, where: inArray(id!, ids) }),
      )
    }
    case 'stored':
      return toAnswers(await session.select().from(table).where(inArray(table.id!, ids)))
    default:
      await adapter.deleteMany({
        collection: 'payload-locked-documents',
        req,
        where: {
          and: [
            { 'document.relationTo': { equals: collection } },
            { 'document.value': { in: ids } },
          ],
        },
      })
      return []
  }
}

type RowQuery = { findMany: (args: object) => Promise<object[]> }

/** The next ids of a table, in the order of those who ask: nobody has to read back what it got. */
const takeIds = async ({
  calls,
  giveUp,
  schema,
  session,
}: AnswerCallsArgs): Promise<number[][]> => {
  const asked = calls as readonly Extract<Call, { kind: 'ids' }>[]
  const { id } = asked[0]!.table
  const name = `"${schema}"."${getTableName(asked[0]!.table)}"`
  const count = asked.reduce((sum, each) => sum + each.count, 0)
  const { rows } = await session.execute<{ id: null | string }>(
    sql`select nextval(pg_get_serial_sequence(${name}, ${id!.name})) as id
      from generate_series(1, ${count}::int)`,
  )
  if (rows.some((row) => row.id === null)) {
    throw giveUp('the ids of a table come from no sequence of its own')
  }
  const ids = rows.map((row) => Number(row.id))
  return asked.map((each) => ids.splice(0, each.count))
}

type FindOldestArgs = { ids: readonly Id[]; place: number } & AnswerCallsArgs

/** When that version of each document was written which is one too many. */
const findOldest = async ({
  ids,
  place,
  session,
  versions,
}: FindOldestArgs): Promise<{ at: unknown; parent: Id }[]> => {
  const { parent, updatedAt } = versions!
  const { rows } = await session.execute<{ at: unknown; parent: Id }>(sql`
    select parent, at from (
      select ${parent!} as parent, ${updatedAt!} as at,
        row_number() over (partition by ${parent!} order by ${updatedAt!} desc) as place
      from ${versions!} where ${inArray(parent!, [...ids])}
    ) as numbered where place = ${place}`)
  return rows
}
