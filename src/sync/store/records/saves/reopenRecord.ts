import type { PayloadRequest } from 'payload'

import { eq } from '@payloadcms/db-postgres/drizzle'

import type { JsonObject } from '../../../../shared/json.js'
import type { Database } from '../../Database.js'

type ReopenRecordArgs = {
  /** What counts as the provider's word until it is read again. */
  base: JsonObject
  database: Database
  id: number | string
  req: PayloadRequest
}

/** Makes the next sync look at a record again, whatever it says then. */
export const reopenRecord = async ({
  id,
  base,
  database,
  req,
}: ReopenRecordArgs): Promise<void> => {
  const table = database.table('syncRecords')
  const session = await database.session(req)
  await session.update(table).set({ base, hash: null }).where(eq(table.id!, id))
}
