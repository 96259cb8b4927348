import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { Answer } from './Channel.js'

type MessageArgs = { channel: string; database: Database; id: string }

const isPartOf = ({ id, channel, database }: MessageArgs) => {
  const table = database.table('syncDeliveries')
  return and(eq(table.channel!, channel), eq(table.message!, id), eq(table.status!, 'pending'))
}

/** Keeps a claimed message for longer. */
export const extendMessage = async ({
  leaseMs,
  ...args
}: { leaseMs: number } & MessageArgs): Promise<void> => {
  const { database } = args
  const session = await database.session()
  await session
    .update(database.table('syncDeliveries'))
    .set({ lockedUntil: sql`clock_timestamp() + ${leaseMs} * interval '1 millisecond'` })
    .where(isPartOf(args))
}

/** Notes that a message was taken. */
export const noteDelivered = async ({
  answer: { body, status },
  ...args
}: { answer: Answer } & MessageArgs): Promise<void> => {
  const { database } = args
  const session = await database.session()
  await session
    .update(database.table('syncDeliveries'))
    .set({
      answer: body,
      answerStatus: status,
      deliveredAt: sql`clock_timestamp()`,
      error: null,
      isHolding: false,
      lockedUntil: null,
      status: 'delivered',
      updatedAt: sql`clock_timestamp()`,
    })
    .where(isPartOf(args))
}

type NoteFailedArgs = {
  answer: Answer
  /** When it is tried again; `null` when it is given up. */
  delayMs: null | number
  error: string
  /** Whether what comes after it waits for it. */
  isHolding: boolean
} & MessageArgs

/** Notes that a message was not taken. */
export const noteFailed = async ({
  answer: { body, status },
  delayMs,
  error,
  isHolding,
  ...args
}: NoteFailedArgs): Promise<void> => {
  const { database } = args
  const session = await database.session()
  await session
    .update(database.table('syncDeliveries'))
    .set({
      answer: body,
      answerStatus: status,
      error,
      isHolding: isHolding && delayMs !== null,
      lockedUntil: null,
      ...(delayMs === null
        ? { status: 'failed' }
        : { dueAt: sql`clock_timestamp() + ${delayMs} * interval '1 millisecond'` }),
      updatedAt: sql`clock_timestamp()`,
    })
    .where(isPartOf(args))
}

type ReleaseGroupArgs = { channels: readonly string[]; group: string } & Pick<
  MessageArgs,
  'database'
>

/** Has told what belongs together, without waiting for more of it. */
export const releaseGroup = async ({
  channels,
  database,
  group,
}: ReleaseGroupArgs): Promise<void> => {
  const table = database.table('syncDeliveries')
  const session = await database.session()
  await session.execute(sql`
    update ${table} set due_at = clock_timestamp()
    where "group" = ${group} and status::text = 'pending' and message is null
      and channel = any(${sql.param([...channels])})
  `)
}

/** How many messages could be sent now, or are being sent. */
export const countDueDeliveries = async ({
  channels,
  database,
}: Omit<ReleaseGroupArgs, 'group'>): Promise<number> => {
  const table = database.table('syncDeliveries')
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select count(*)::int as due from ${table} as delivery
    where status::text = 'pending' and due_at <= clock_timestamp()
      and channel = any(${sql.param([...channels])})
      and not exists (
        select from ${table} as other
        where other.channel = delivery.channel and other.status::text = 'pending'
          and other.is_holding and other.due_at > clock_timestamp()
      )
  `)
  return Number((rows as { due: number }[])[0]?.due ?? 0)
}
