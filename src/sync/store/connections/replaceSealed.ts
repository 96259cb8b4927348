import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { ConnectionName } from './sealValues.js'

type ReplaceSealedArgs = { before: string; database: Database; sealed: string } & ConnectionName

/** Replaces the sealed credentials of a connection, unless others were saved meanwhile. */
export const replaceSealed = async ({
  before,
  connection,
  database,
  provider,
  sealed,
}: ReplaceSealedArgs): Promise<void> => {
  const table = database.table('syncConnections')
  const session = await database.session()
  await session
    .update(table)
    .set({ sealed })
    .where(
      and(eq(table.provider!, provider), eq(table.name!, connection), eq(table.sealed!, before)),
    )
}
