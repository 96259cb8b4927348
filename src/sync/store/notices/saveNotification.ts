import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Notice, Severity } from '../../run/notices/Notice.js'
import type { Database } from '../Database.js'

import { mergeNotices } from '../../run/notices/mergeNotices.js'
import { SEVERITIES } from '../../run/notices/Notice.js'
import { lockTransaction } from '../locks/lockTransaction.js'
import { packJson, unpackJson } from '../packJson.js'

type SaveNotificationArgs = {
  database: Database
  /** Of one group. */
  notices: readonly [Notice, ...Notice[]]
  req: PayloadRequest
  /** What a list shows that knows no language. */
  title: (notices: readonly Notice[]) => string
}

/** From how long ago a row of the same group is still about the same, in hours. */
const SAME_HOURS = 24

/** Puts notices into the bell: one row for all of a group, unread again when something is added. */
export const saveNotification = async ({
  database,
  notices,
  req,
  title,
}: SaveNotificationArgs): Promise<void> => {
  const table = database.table('syncNotifications')
  const session = await database.session(req)
  const [{ connection, group, provider, resource }] = notices
  await lockTransaction({ database, key: `sync-notifications/${group}`, req })
  const { rows } = await session.execute(sql`
    select id, notices from ${table}
    where "group" = ${group}
      and created_at > clock_timestamp() - ${SAME_HOURS} * interval '1 hour'
    order by created_at desc limit 1
  `)
  const [row] = rows as { id: number | string; notices: unknown }[]
  const merged = mergeNotices([...((unpackJson(row?.notices) ?? []) as Notice[]), ...notices])
  const severity = SEVERITIES.findLast((level) => merged.some((one) => one.severity === level))!
  const values = {
    name: findTop({ merged, severity }).name,
    count: merged.reduce((sum, { count }) => sum + count, 0),
    isRestricted: merged.some(({ isRestricted }) => isRestricted),
    notices: packJson(merged),
    readBy: {},
    severity,
    title: title(merged),
    toldAt: sql`clock_timestamp()`,
    updatedAt: sql`clock_timestamp()`,
  }
  await (row
    ? session
        .update(table)
        .set(values)
        .where(sql`${table.id!} = ${row.id}`)
    : session.insert(table).values({
        ...values,
        connection,
        createdAt: sql`clock_timestamp()`,
        group,
        provider,
        resource,
      }))
}

const findTop = ({ merged, severity }: { merged: readonly Notice[]; severity: Severity }): Notice =>
  merged.find((notice) => notice.severity === severity) ?? merged[0]!
