import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

import { toMoment } from '../toMoment.js'

/** People are told so long before. */
const WARN_MS = 30 * 24 * 60 * 60 * 1000

/** A connection whose owner has to agree again. */
export type EndingConsent = {
  connection: string
  /** ISO 8601. It may be over. */
  endsAt: string
  label: string
  provider: string
}

type FindEndingConsentsArgs = {
  /** The name of one of them. @default all */
  connection?: string
  database: Database
  now: Date
  req?: PayloadRequest
}

/** Active connections that read by a consent which ends within a month, the first to end first. */
export const findEndingConsents = async ({
  connection,
  database,
  now,
  req,
}: FindEndingConsentsArgs): Promise<EndingConsent[]> => {
  const session = await database.session(req)
  const { rows } = await session.execute(sql`
    select name as connection, provider, coalesce(label, name) as label, consent_ends_at as ends_at
    from ${database.table('syncConnections')}
    where active and consent_ends_at <= ${new Date(now.getTime() + WARN_MS).toISOString()}
      ${connection === undefined ? sql`` : sql`and name = ${connection}`}
    order by consent_ends_at, name`)
  return (rows as ({ ends_at: string } & Omit<EndingConsent, 'endsAt'>)[]).flatMap(
    ({ ends_at, ...row }) => {
      const endsAt = toMoment(ends_at)
      return endsAt === null ? [] : [{ ...row, endsAt }]
    },
  )
}
