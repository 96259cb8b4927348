import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { getTableName } from '@payloadcms/db-postgres/drizzle'

import type { Table } from '../Database.js'
import type { Turns } from './Call.js'
import type { Buffer, Session } from './createBuffer.js'

import { findId } from './readConditions.js'
import { toTransport } from './toTransport.js'

type Row = Record<string, unknown>
type Query = { findFirst: (args: { where?: unknown }) => PromiseLike<unknown> }

type DeriveSessionArgs = {
  buffer: Buffer
  session: Session
  table: Table
  turns: Turns
  versions: Table | undefined
}

/** A transaction in which a document is read back with the others', and a flat update kept back. */
export const deriveSession = ({
  buffer,
  session,
  table,
  turns,
  versions,
}: DeriveSessionArgs): Session => {
  const query = session.query as Record<string, Query>
  const read = [table, versions].flatMap((each) => {
    if (!each) {
      return []
    }
    const tableName = getTableName(each)
    const of = query[tableName]!
    const findFirst: Query['findFirst'] = (args) => {
      const id = findId({ column: each.id!, where: args.where })
      return id === undefined
        ? of.findFirst(args)
        : turns.wait({ id, args, kind: 'row', tableName })
    }
    return [[tableName, { value: Object.create(of, { findFirst: { value: findFirst } }) }] as const]
  })
  const update = (of: Table): unknown => {
    const alone = session.update(of)
    return (of as unknown) !== table
      ? alone
      : {
          set: (row: Row) => ({
            where: (where: SQL) => {
              const id = findId({ column: table.id!, where })
              const carried = toTransport({ row, table })
              return id === undefined || !carried
                ? alone.set(row).where(where)
                : {
                    returning: async (fields?: Row): Promise<unknown[]> => {
                      const by = turns.self()
                      buffer.add({ by, write: { id, kind: 'update', row: carried, table } })
                      const isIdOnly = fields && Object.keys(fields).join('') === 'id'
                      return [isIdOnly ? { id } : await turns.wait({ id, kind: 'stored' })]
                    },
                  }
            },
          }),
        }
  }
  return Object.create(session, {
    query: { value: Object.create(query, Object.fromEntries(read)) },
    update: { value: update },
  }) as Session
}
