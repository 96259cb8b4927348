import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../run/Run.js'
import type { Database } from '../Database.js'
import type { RunState } from '../runs/RunState.js'

import { removeContent } from './writeFile.js'

type NoteFilesReadArgs = {
  database: Database
  error: Run['error']
  /** Whether the content stays when everything was read. */
  keeps: boolean
  now: Date
  req: PayloadRequest
  state: Pick<RunState, 'checkpoint' | 'plan' | 'run'>
}

/**
 * Notes which files a run of a resource has read to their end. What every resource has read is
 * imported, and its content removed.
 */
export const noteFilesRead = async ({
  database,
  error,
  keeps,
  now,
  req,
  state: { checkpoint, plan, run },
}: NoteFilesReadArgs): Promise<void> => {
  const session = await database.session(req)
  const table = database.table('syncFiles')
  for (const [index, { key, params }] of (plan ?? []).entries()) {
    const id = typeof params.file === 'string' ? params.file : ''
    const failed = checkpoint.failedScopes.find((scope) => scope.key === key)
    const isRead = index < checkpoint.scope && !failed
    if (!isRead) {
      const problem = failed?.message ?? error?.message
      if (problem !== undefined) {
        await session.execute(sql`
          update ${table} set status = 'failed', problem = ${problem} where id::text = ${id}`)
      }
      continue
    }
    const { rows } = await session.execute(sql`
      update ${table} set
        pending = coalesce(pending, '[]'::jsonb) - ${run.resource}::text,
        problem = ${error?.message ?? null}
      where id::text = ${id} returning pending`)
    const [row] = rows as { pending: string[] }[]
    if (row?.pending.length === 0) {
      await session.execute(sql`
        update ${table} set status = 'imported', imported_at = ${now.toISOString()}
        where id::text = ${id}`)
      if (!keeps) {
        await removeContent({ id, database, req })
      }
    }
  }
}
