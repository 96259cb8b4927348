import type { NodePgDatabase } from '@payloadcms/db-postgres/drizzle/node-postgres'

import { DefaultLogger } from '@payloadcms/db-postgres/drizzle'
import { NodePgSession, NodePgTransaction } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'

import type { getAdapter } from '../Database.js'

type ToTransactionArgs = {
  adapter: ReturnType<typeof getAdapter>
  client: ConstructorParameters<typeof NodePgSession>[0]
}

/** The connection as Drizzle wants a transaction: one inside it is a savepoint. */
export const toTransaction = ({ adapter, client }: ToTransactionArgs) => {
  const { logger } = adapter
  const known = (adapter.drizzle as unknown as NodePgDatabase<Record<string, unknown>>)._
  const schema = {
    fullSchema: known.fullSchema,
    schema: known.schema ?? {},
    tableNamesMap: known.tableNamesMap,
  }
  const dialect = new PgDialect()
  const session = new NodePgSession(client, dialect, schema, {
    logger: logger === true ? new DefaultLogger() : logger || undefined,
  })
  return new NodePgTransaction(dialect, session, schema)
}
