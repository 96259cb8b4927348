import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { NewEvent, Subscribers } from './Subscriber.js'

import { packJson } from '../packJson.js'
import { findListeners } from './findListeners.js'
import { noteEvents } from './onEvents.js'

type AddEventArgs = {
  database: Database
  event: NewEvent
  /** Its transaction is the one that makes the event happen. */
  req: PayloadRequest
  subscribers: Subscribers
}

/** Writes an event for each who wants to hear it, and nothing where nobody does. */
export const addEvent = async ({
  database,
  event: { name, cause, data, stream },
  req,
  subscribers,
}: AddEventArgs): Promise<void> => {
  const listeners = findListeners({ name, subscribers })
  if (listeners.length === 0) {
    return
  }
  const table = database.table('syncEvents')
  const session = await database.session(req)
  const now = sql`clock_timestamp()`
  await session
    .insert(table)
    .values(
      listeners.map((subscriber) => ({
        name,
        cause,
        createdAt: now,
        data: packJson(data),
        dueAt: now,
        failures: 0,
        position: sql`(select coalesce(max(position), 0) + 1 from ${table} where stream = ${stream})`,
        stream,
        subscriber,
        updatedAt: now,
      })),
    )
    .onConflictDoNothing()
  noteEvents(req)
}
