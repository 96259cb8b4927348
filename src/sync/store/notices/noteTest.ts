import type { PayloadRequest } from 'payload'

import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { Answer } from './Channel.js'

type NoteTestArgs = {
  cause: string
  channel: string
  database: Database
  /** Of the message. */
  id: string
  req: PayloadRequest
  result: { error: null | string } & Answer
}

/** Notes what came of a message that was sent as a test. */
export const noteTest = async ({
  id,
  cause,
  channel,
  database,
  req,
  result: { body, error, status },
}: NoteTestArgs): Promise<void> => {
  const table = database.table('syncDeliveries')
  const session = await database.session(req)
  await session
    .update(table)
    .set({
      answer: body,
      answerStatus: status,
      attempts: 1,
      error,
      message: id,
      status: error === null ? 'delivered' : 'failed',
      ...(error !== null && { deliveredAt: null }),
    })
    .where(and(eq(table.channel!, channel), eq(table.cause!, cause)))
}
