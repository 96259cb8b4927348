import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'
import type { Client } from 'pg'

import { runMigrations } from 'graphile-worker'

import type { TakenDatabase } from './takeDatabase.js'

import { hash } from '../../src/shared/hash.js'
import { DEFAULT_QUEUE_SCHEMA } from '../../src/sync/store/health/QUEUE_SCHEMAS.js'
import { takeDatabase } from './takeDatabase.js'

type WithTakenDatabaseArgs = {
  adapter: DatabaseAdapterObj<PostgresAdapter>
  /** Told of the database before the adapter connects to it. */
  onTaken: (database: TakenDatabase) => void
  /** Of any database of the server that is there already. */
  serverUrl: string
}

/** All that decides about the tables: Payload pushes them anew only when one of these changes. */
const toKey = ({ payload, rawTables }: PostgresAdapter): string => {
  const { localization } = payload.config
  const localeCodes = localization && localization.localeCodes
  return hash({ localeCodes, rawTables }).replaceAll(/\W/g, '').slice(0, 24).toLowerCase()
}

/**
 * The adapter on a database that is taken when it connects. Its tables come from a template, into
 * which Payload has pushed them and the queue has migrated its own, in this process or in another.
 */
export const withTakenDatabase = ({
  adapter: { init, ...rest },
  onTaken,
  serverUrl,
}: WithTakenDatabaseArgs): DatabaseAdapterObj<PostgresAdapter> => ({
  ...rest,
  init: (args) => {
    const adapter = init(args)
    const { poolOptions } = adapter
    const connect = adapter.connect!.bind(adapter)

    const fill = async (connectionString: string): Promise<void> => {
      const clients: Client[] = []
      adapter.poolOptions = {
        connectionString,
        onConnect: (client) => void clients.push(client as Client),
      }
      adapter.push = true
      await connect()
      await runMigrations({ connectionString, schema: DEFAULT_QUEUE_SCHEMA })
      // Not the pool: Payload keeps one of its connections for good.
      await Promise.all(clients.map((client) => client.end()))
      Object.assign(adapter, { pool: undefined })
    }

    adapter.connect = async (options) => {
      const database = await takeDatabase({ fill, key: toKey(adapter), serverUrl })
      onTaken(database)
      adapter.poolOptions = { ...poolOptions, connectionString: database.url }
      adapter.push = false
      await connect(options)
    }
    return adapter
  },
})
