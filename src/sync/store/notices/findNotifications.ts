import type { SQL } from '@payloadcms/db-postgres/drizzle'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Notice, Severity } from '../../run/notices/Notice.js'
import type { Initiator } from '../../run/Run.js'
import type { Database } from '../Database.js'

import { STORED_PREFIX } from '../../../sdk/connections/Connection.js'
import { unpackJson } from '../packJson.js'
import { toMoment } from '../toMoment.js'

/** One line of the bell. */
export type Notification = {
  /** When something was added to it last, ISO 8601. */
  at: string
  id: number | string
  isRead: boolean
  notices: Notice[]
  severity: Severity
}

type ReaderArgs = { database: Database; reader: Initiator; sight: Sight }

const toReaderKey = ({ id, collection }: Initiator): string => `${collection}/${id}`

/** What somebody may see of it. */
const isSeen = (sight: Sight): SQL =>
  sight === 'all'
    ? sql`true`
    : sql`(not coalesce(is_restricted, false) and (
        connection is null or not starts_with(connection, ${STORED_PREFIX})
        or connection = any(${sql.param([...sight])})
      ))`

const isUnread = (reader: Initiator): SQL =>
  sql`coalesce((read_by ->> ${toReaderKey(reader)})::timestamptz < told_at, true)`

type FindNotificationsArgs = { limit: number } & ReaderArgs

/** The newest that somebody may see, and how many of all of them they have not read. */
export const findNotifications = async ({
  database,
  limit,
  reader,
  sight,
}: FindNotificationsArgs): Promise<{ docs: Notification[]; unread: number }> => {
  const table = database.table('syncNotifications')
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select id, told_at, notices, severity, not ${isUnread(reader)} as is_read
    from ${table} where ${isSeen(sight)} order by told_at desc, id desc limit ${limit}
  `)
  const { rows: counted } = await session.execute(sql`
    select count(*)::int as unread from ${table} where ${isSeen(sight)} and ${isUnread(reader)}
  `)
  return {
    docs: rows.map((row) => ({
      id: row.id as Notification['id'],
      at: toMoment(row.told_at) ?? '',
      isRead: row.is_read === true,
      notices: (unpackJson(row.notices) ?? []) as Notice[],
      severity: row.severity as Severity,
    })),
    unread: Number((counted as { unread: number }[])[0]?.unread ?? 0),
  }
}

type MarkReadArgs = {
  /** @default all that somebody may see */
  ids?: readonly (number | string)[] | undefined
} & ReaderArgs

/** Notes what somebody has read. What comes to it later is unread again. */
export const markNotificationsRead = async ({
  database,
  ids,
  reader,
  sight,
}: MarkReadArgs): Promise<void> => {
  const table = database.table('syncNotifications')
  const session = await database.session()
  const isMeant = ids ? sql`id::text = any(${sql.param(ids.map(String))})` : sql`true`
  await session.execute(sql`
    update ${table} set read_by = coalesce(read_by, '{}'::jsonb)
      || jsonb_build_object(${toReaderKey(reader)}::text, clock_timestamp())
    where ${isSeen(sight)} and ${isMeant} and ${isUnread(reader)}
  `)
}

/** What was told last, when: different whenever something is told. */
export type NewsMark = { id: string; toldAt: string }

/** The mark of all that was told so far; `null` when that is nothing. */
export const readNewsMark = async ({
  database,
}: Pick<ReaderArgs, 'database'>): Promise<NewsMark | null> => {
  const table = database.table('syncNotifications')
  const session = await database.session()
  const { rows } = await session.execute(
    sql`select told_at, id from ${table} order by told_at desc nulls last limit 1`,
  )
  const [row] = rows as { id: unknown; told_at: unknown }[]
  return row ? { id: String(row.id), toldAt: toMoment(row.told_at) ?? '' } : null
}

type HasNewsArgs = { since: NewsMark | null } & Omit<ReaderArgs, 'reader'>

/** Whether anything was told since then that somebody may see. */
export const hasNews = async ({ database, sight, since }: HasNewsArgs): Promise<boolean> => {
  const table = database.table('syncNotifications')
  const session = await database.session()
  const isNew = since
    ? sql`(told_at > ${since.toldAt}::timestamptz
        or (told_at = ${since.toldAt}::timestamptz and id::text <> ${since.id}))`
    : sql`true`
  const { rows } = await session.execute(
    sql`select 1 from ${table} where ${isSeen(sight)} and ${isNew} limit 1`,
  )
  return rows.length > 0
}
