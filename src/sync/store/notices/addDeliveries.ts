import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Notice } from '../../run/notices/Notice.js'
import type { Database } from '../Database.js'
import type { Channel } from './Channel.js'

import { packJson } from '../packJson.js'

/** What a channel is to tell. */
export type NewDelivery = {
  channel: Pick<Channel, 'name' | 'send' | 'type'>
  /** In how many milliseconds it is told at the earliest. */
  delayMs: number
  notice: Notice
}

type AddDeliveriesArgs = {
  database: Database
  deliveries: readonly NewDelivery[]
  req: PayloadRequest
}

/**
 * Writes down what channels are to tell, each once, however often it is asked. Returns those that
 * were not there.
 */
export const addDeliveries = async ({
  database,
  deliveries,
  req,
}: AddDeliveriesArgs): Promise<NewDelivery[]> => {
  const table = database.table('syncDeliveries')
  const session = await database.session(req)
  const now = sql`clock_timestamp()`
  const added: NewDelivery[] = []
  for (const delivery of deliveries) {
    const { channel, delayMs, notice } = delivery
    const isSent = channel.send !== undefined
    const rows = await session
      .insert(table)
      .values({
        name: notice.name,
        type: channel.type,
        attempts: 0,
        cause: notice.cause,
        channel: channel.name,
        connection: notice.connection,
        createdAt: now,
        deliveredAt: isSent ? null : now,
        dueAt: sql`clock_timestamp() + ${delayMs} * interval '1 millisecond'`,
        group: notice.group,
        happenedAt: notice.at,
        isHolding: false,
        isRestricted: notice.isRestricted,
        notice: packJson(notice),
        provider: notice.provider,
        resource: notice.resource,
        severity: notice.severity,
        status: isSent ? 'pending' : 'delivered',
        updatedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: table.id! })
    if (rows.length > 0) {
      added.push(delivery)
    }
  }
  return added
}
