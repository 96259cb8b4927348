import type { PayloadRequest } from 'payload'

import { and, eq, inArray, isNotNull, or } from '@payloadcms/db-postgres/drizzle'

import type { IssueKind } from '../../run/issues/IssueKind.js'
import type { Database } from '../Database.js'

import { isOneOf } from '../isOneOf.js'
import { CAUSED_KINDS } from './causes/CauseRow.js'
import { holdCauses } from './causes/holdCauses.js'
import { leaveCauses } from './causes/leaveCauses.js'

type ResolveIssuesArgs = {
  database: Database
  externalIds: readonly string[]
  /** What `holdCauses` said, where it was asked already. @default it is asked */
  hasShared?: boolean
  kinds: readonly IssueKind[]
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
}

/**
 * Closes open issues of records that are in order again, so that the list shows what is, not was.
 * Of a row that stands for several records they are taken out; it is closed with the last.
 */
export const resolveIssues = async ({
  database,
  externalIds,
  hasShared,
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
    .set({ settledHash: null, status: 'resolved', updatedAt: now.toISOString() })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        isOneOf({ column: table.externalId!, values: externalIds }),
        inArray(table.kind!, [...kinds]),
        // One that is ignored until its record changes, which it has.
        or(
          eq(table.status!, 'open'),
          and(eq(table.status!, 'ignored'), isNotNull(table.settledHash!)),
        ),
      ),
    )
  const shared = kinds.filter((kind) => CAUSED_KINDS.includes(kind))
  const about = { database, provider, req, resource }
  if (shared.length > 0 && (hasShared ?? (await holdCauses(about)))) {
    await leaveCauses({ ...about, externalIds, kinds: shared, now })
  }
}
