import pg from 'pg'
import { inject } from 'vitest'

import '../ProvidedContext.js'

/** Drops a database that `createTestDatabase` made, whoever is still connected to it. */
export const dropTestDatabase = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('databaseServerUrl') })
  await client.connect()
  try {
    const name = client.escapeIdentifier(new URL(url).pathname.slice(1))
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
