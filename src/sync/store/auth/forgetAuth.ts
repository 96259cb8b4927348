import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { AuthOwner } from './StoredAuth.js'

type ForgetAuthArgs = { req?: PayloadRequest } & AuthOwner

/**
 * Forgets how a connection is signed in, and that it was refused: the next request signs in. For when
 * its credentials were saved, and when it was deleted.
 */
export const forgetAuth = async ({
  connection,
  database,
  provider,
  req,
}: ForgetAuthArgs): Promise<void> => {
  const table = database.table('syncTokens')
  const session = await database.session(req)
  await session
    .delete(table)
    .where(and(eq(table.provider!, provider), eq(table.connection!, connection)))
}
