import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { ConnectionName } from './sealValues.js'

/** The collections that keep something sealed, and the column that names its connection. */
export const SEALED_IN = { syncConnections: 'name', syncTokens: 'connection' } as const

type SealedKey = keyof typeof SEALED_IN

/** Something that is sealed, and whose it is. */
export type SealedRow = { sealed: string } & ConnectionName

type FindSealedArgs = { database: Database; key: SealedKey }

/** All that a collection keeps sealed. */
export const findSealed = async ({ database, key }: FindSealedArgs): Promise<SealedRow[]> => {
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select provider, ${sql.identifier(SEALED_IN[key])} as connection, sealed
    from ${database.table(key)} where sealed is not null order by id`)
  return rows as SealedRow[]
}

type ReplaceSealedArgs = { before: string } & FindSealedArgs & SealedRow

/** Replaces what is sealed of a connection, unless something else was saved meanwhile. */
export const replaceSealed = async ({
  before,
  connection,
  database,
  key,
  provider,
  sealed,
}: ReplaceSealedArgs): Promise<void> => {
  const session = await database.session()
  await session.execute(sql`
    update ${database.table(key)} set sealed = ${sealed}
    where provider = ${provider} and ${sql.identifier(SEALED_IN[key])} = ${connection}
      and sealed = ${before}`)
}
