import type { PayloadRequest } from 'payload'

import { and, eq, inArray, isNotNull, sql } from '@payloadcms/db-postgres/drizzle'

import type { IssueKind } from '../../../run/issues/IssueKind.js'
import type { Database } from '../../Database.js'

import { COUNT_PATTERN } from './CauseRow.js'

type LeaveCausesArgs = {
  database: Database
  /** Of a row that they stay in. */
  except?: string
  externalIds: readonly string[]
  kinds: readonly IssueKind[]
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
}

/**
 * Takes records out of the rows that stand for several. A row that stands for none any more is
 * closed.
 */
export const leaveCauses = async ({
  database,
  except,
  externalIds,
  kinds,
  now,
  provider,
  req,
  resource,
}: LeaveCausesArgs): Promise<void> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const ids = sql`${sql.param([...externalIds])}::text[]`
  const left = sql`(${table.records!} - ${ids})`
  const count = sql`(select count(*) from jsonb_object_keys(${left}))`
  const counted = sql`${count} || case when ${count} = 1 then ' record' else ' records' end`
  await session
    .update(table)
    .set({
      message: sql`case when ${count} > 0
        then regexp_replace(${table.message!}, ${COUNT_PATTERN}, ${counted})
        else ${table.message!} end`,
      recordCount: count,
      records: left,
      status: sql`case when ${count} = 0 and ${table.status!} = 'open'
        then 'resolved' else ${table.status!} end`,
      updatedAt: now.toISOString(),
    })
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        inArray(table.kind!, [...kinds]),
        inArray(table.status!, ['open', 'ignored']),
        isNotNull(table.key!),
        except === undefined ? undefined : sql`${table.key!} <> ${except}`,
        sql`jsonb_exists_any(${table.records!}, ${ids})`,
      ),
    )
}
