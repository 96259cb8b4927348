import pg from 'pg'

import { toDatabaseUrl } from './toDatabaseUrl.js'

const DUPLICATE_DATABASE = '42P04'

type CreateDatabaseArgs = {
  /** A database of the same server that is there already. */
  adminUrl: string
  name: string
}

/** Creates a database if there is none of this name, and gives its URL. */
export const createDatabase = async ({ name, adminUrl }: CreateDatabaseArgs): Promise<string> => {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()

  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } catch (error) {
    if ((error as { code?: string }).code !== DUPLICATE_DATABASE) {
      throw error
    }
  } finally {
    await client.end()
  }

  return toDatabaseUrl({ name, serverUrl: adminUrl })
}
