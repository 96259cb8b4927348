import type { PayloadRequest } from 'payload'

import { and, eq, inArray } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { IssueKind } from './SyncIssue.js'

import { isOneOf } from '../isOneOf.js'

type ResolveIssuesArgs = {
  database: Database
  externalIds: readonly string[]
  kinds: readonly IssueKind[]
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
}

/**
 * Closes open issues of records that are in order again, so that the list shows what is, not was.
 */
export const resolveIssues = async ({
  database,
  externalIds,
  kinds,
  now,
  provider,
  req,
  resource,
}: ResolveIssuesArgs): Promise<void> => {
  if (externalIds.length === 0) {
    return
  }
  const table = database.table('syncIssues')
  const session = await database.session(req)
  await session
    .update(table)
    .set({ status: 'resolved', updatedAt: now.toISOString() })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        isOneOf({ column: table.externalId!, values: externalIds }),
        inArray(table.kind!, [...kinds]),
        eq(table.status!, 'open'),
      ),
    )
}
