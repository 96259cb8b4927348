import type { PayloadRequest } from 'payload'

import { and, eq, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'

import { isOneOf } from '../../isOneOf.js'

/** What was done to the document of a missing record, to be undone when the record is back. */
export type MissingAction = 'trash' | 'unpublish'

type MarkMissingArgs = {
  /** @default nothing more than was done before */
  action?: MissingAction | undefined
  database: Database
  externalIds: readonly string[]
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
}

/** Notes that records are missing at their provider, since when, and what was done about it. */
export const markMissing = async ({
  action,
  database,
  externalIds,
  now,
  provider,
  req,
  resource,
}: MarkMissingArgs): Promise<void> => {
  if (externalIds.length === 0) {
    return
  }
  const table = database.table('syncRecords')
  const session = await database.session(req)
  await session
    .update(table)
    .set({
      absences: sql`greatest(coalesce(${table.absences!}, 0), 1)`,
      ...(action && { missingAction: action }),
      missingAt: now.toISOString(),
    })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        isOneOf({ column: table.externalId!, values: externalIds }),
      ),
    )
}
