import { and, eq, inArray } from '@payloadcms/db-postgres/drizzle'

import type { Issue } from '../listIssues.js'
import type { IssuesArgs } from './findQuarantined.js'

import { loadSync } from '../../../engine/Sync.js'
import { findQuarantined } from './findQuarantined.js'

export type IgnoreRecordsArgs = {
  /** `false` takes it back. @default true */
  isIgnored?: boolean | undefined
} & IssuesArgs

/**
 * Ignores records that could not be stored until their provider sends something else of them: the
 * issue is opened again then, or closed where the record can be stored. Returns the ids of the
 * issues that were changed.
 *
 * @throws RefusedError `UNKNOWN_ISSUE`
 */
export const ignoreRecords = async ({
  isIgnored = true,
  ...args
}: IgnoreRecordsArgs): Promise<Issue['id'][]> => {
  const sync = await loadSync({ payload: args.payload })
  const { clock, database } = sync
  const found = await findQuarantined({ ...args, sync })
  const from = isIgnored ? 'open' : 'ignored'
  const ids = found.filter(({ issue }) => issue.status === from).map(({ issue }) => issue.id)
  if (ids.length === 0) {
    return []
  }
  const table = database.table('syncIssues')
  const session = await database.session()
  const changed = await session
    .update(table)
    .set({
      settledHash: isIgnored ? table.rawHash! : null,
      status: isIgnored ? 'ignored' : 'open',
      updatedAt: clock.now().toISOString(),
    })
    .where(
      // One that a run has closed in between stays so.
      and(inArray(table.id!, ids), eq(table.status!, from)),
    )
    .returning({ id: table.id! })
  return changed.map(({ id }) => id as Issue['id'])
}
