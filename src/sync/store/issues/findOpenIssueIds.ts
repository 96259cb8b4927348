import type { PayloadRequest } from 'payload'

import { and, eq, inArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'

/** More than these are not kept in mind. */
const MOST = 10_000

export type FindOpenArgs = {
  database: Database
  provider: string
  req: PayloadRequest
  resource: string
}

type OpenIssueIds = {
  /** Whether there are rows that stand for several records. */
  hasShared: boolean
  ids: 'many' | ReadonlySet<string>
}

/** Which records of a resource have open issues, so that nobody looks for those of the others. */
export const findOpenIssueIds = async ({
  database,
  provider,
  req,
  resource,
}: FindOpenArgs): Promise<OpenIssueIds> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const rows = await session
    .select({
      externalId: table.externalId!,
      isShared: sql<boolean>`${table.key!} is not null`,
    })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        inArray(table.status!, ['open', 'ignored']),
      ),
    )
    .limit(MOST + 1)
  return {
    hasShared: rows.length > MOST || rows.some(({ isShared }) => isShared),
    ids: rows.length > MOST ? 'many' : new Set(rows.map(({ externalId }) => String(externalId))),
  }
}
