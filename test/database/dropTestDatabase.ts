import pg from 'pg'

type DropTestDatabaseArgs = {
  /** Of another database of the same server. */
  serverUrl: string
  url: string
}

/** Drops a database of a test if it is there, whoever is still connected to it. */
export const dropTestDatabase = async ({ serverUrl, url }: DropTestDatabaseArgs): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const name = client.escapeIdentifier(new URL(url).pathname.slice(1))
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  } finally {
    await client.end()
  }
}
