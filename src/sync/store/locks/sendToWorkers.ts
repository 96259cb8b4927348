import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { toChannel } from './toChannel.js'

type SendToWorkersArgs = {
  database: Database
  message: string
  /** It is sent when this request's transaction commits. */
  req: PayloadRequest
}

/** Tells every worker process something, wherever it runs. One that is away does not hear it. */
export const sendToWorkers = async ({
  database,
  message,
  req,
}: SendToWorkersArgs): Promise<void> => {
  const session = await database.session(req)
  await session.execute(sql`select pg_notify(${toChannel(database.schema())}, ${message})`)
}
