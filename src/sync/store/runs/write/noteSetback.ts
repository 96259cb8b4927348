import { and, eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

type NoteSetbackArgs = {
  database: Database
  error: { code: string; message: string }
  run: Pick<Run, 'attempt' | 'id'>
  /** When it goes on by itself. */
  until: Date
}

/** Says of a run at work what holds it up. The next batch that is committed takes it back. */
export const noteSetback = async ({
  database,
  error,
  run: { id, attempt },
  until,
}: NoteSetbackArgs): Promise<void> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  await session
    .update(logs)
    .set({ error_code: error.code, error_message: error.message, retryAt: until.toISOString() })
    .where(and(eq(logs.id!, id), eq(logs.status!, 'running'), eq(logs.attempt!, attempt)))
}
