import pg from 'pg'

import { createDatabase } from '../../dev/postgres/createDatabase.js'
import { toDatabaseUrl } from '../../dev/postgres/toDatabaseUrl.js'
import { dropTestDatabase } from './dropTestDatabase.js'
import { nameTestDatabase } from './nameTestDatabase.js'
import { TEST_DATABASE_PREFIX } from './TEST_DATABASE_PREFIX.js'

export type CopyTemplateArgs = {
  /** Makes the tables of the template, and has left the database when this settles. */
  fill: (url: string) => Promise<void>
  /** The same for all that want the same tables: lower-case letters and digits. */
  key: string
  /** Of any database of the server that is there already. */
  serverUrl: string
}

/** Any number; it keeps two processes from making the same template at once. */
const TEMPLATE_LOCK = 20_417

const ensureTemplate = async ({
  client,
  fill,
  serverUrl,
  template,
}: {
  client: pg.Client
  template: string
} & Pick<CopyTemplateArgs, 'fill' | 'serverUrl'>): Promise<void> => {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
  if (rowCount) {
    return
  }
  // Made under another name first: one that was interrupted must not pass for a whole one.
  const partial = `${template}_partial`
  const url = toDatabaseUrl({ name: partial, serverUrl })
  await dropTestDatabase({ serverUrl, url })
  await createDatabase({ name: partial, adminUrl: serverUrl })
  await fill(url)
  await client.query(`ALTER DATABASE ${partial} RENAME TO ${template}`)
}

/**
 * URL of a new database, a copy of a template. The first who asks for a template makes it; all
 * others on the server wait for that.
 */
export const copyTemplate = async ({ fill, key, serverUrl }: CopyTemplateArgs): Promise<string> => {
  const name = nameTestDatabase()
  const template = `${TEST_DATABASE_PREFIX}template_${key}`
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    // Held until the connection ends; two copies at once would not be faster.
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    await ensureTemplate({ client, fill, serverUrl, template })
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  } finally {
    await client.end()
  }
  return toDatabaseUrl({ name, serverUrl })
}
