import { and, eq, isNull, sql } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'
import type { KnownWork } from '../knownWork.js'
import type { RunState } from '../RunState.js'
import type { RunLimits } from './hasRoom.js'

import { assertMove } from '../../../run/RunStatus.js'
import { inTransaction } from '../../inTransaction.js'
import { INITIAL_CHECKPOINT } from '../Checkpoint.js'
import { findNextRuns } from '../read/findNextRuns.js'
import { readWork } from '../readWork.js'
import { asRun } from '../toRun.js'
import { hasRoom } from './hasRoom.js'
import { countRunning, lockLine } from './lockLine.js'

type ClaimRunArgs = {
  database: Database
  known: KnownWork
  limits: RunLimits
  now: Date
  /** How many runs of one connection and lane may be at work at once. */
  perConnection: number
  run: Pick<Run, 'connection' | 'id' | 'lane' | 'provider'>
}

/**
 * Takes a queued run for this worker and starts a new attempt at it. `null` when it is not to be
 * done now: it has ended, was cancelled, is at work elsewhere, or others of its connection are.
 * From here on no earlier attempt can commit. `full` when as many are at work as may be, of all or of
 * the connection's owner.
 */
export const claimRun = async ({
  database,
  known,
  limits,
  now,
  perConnection,
  run,
}: ClaimRunArgs): Promise<'full' | null | RunState> => {
  const { from, to } = assertMove({ from: 'queued', to: 'running' })
  const logs = database.table('syncLogs')
  const claim = await inTransaction({
    database,
    work: async (req) => {
      await lockLine({ database, line: run, req })
      const room = perConnection - (await countRunning({ database, line: run, req }))
      const next =
        room > 0 ? await findNextRuns({ database, known, limit: room, line: run, now, req }) : []
      // Two tasks may have been given out; the more urgent run goes first, whoever comes first.
      if (!next.some(({ id }) => String(id) === String(run.id))) {
        return 'no'
      }
      if (!(await hasRoom({ database, limits, req, run }))) {
        return 'full'
      }
      const session = await database.session(req)
      const claimed = await session
        .update(logs)
        .set({
          attempt: sql`coalesce(${logs.attempt}, 0) + 1`,
          error_code: null,
          error_message: null,
          heartbeatAt: now.toISOString(),
          retryAt: null,
          startedAt: sql`coalesce(${logs.startedAt}, ${now.toISOString()}::timestamptz)`,
          status: to,
          unknownSince: null,
          updatedAt: now.toISOString(),
        })
        .where(and(eq(logs.id!, run.id), eq(logs.status!, from), isNull(logs.cancelRequestedAt!)))
        .returning({ id: logs.id! })
      return claimed.length > 0 ? 'yes' : 'no'
    },
  })
  if (claim !== 'yes') {
    return claim === 'full' ? claim : null
  }

  const document = await database.payload.findByID({
    id: run.id,
    collection: database.slugs.syncLogs,
    depth: 0,
    showHiddenFields: true,
  })
  const claimed = asRun({ document, payload: database.payload })
  const { checkpoint, plan } = readWork({ checkpoint: document.checkpoint, plan: document.plan })
  return {
    attempt: claimed.attempt,
    batches: Number(document.batches ?? 0),
    checkpoint: checkpoint ?? INITIAL_CHECKPOINT,
    counts: claimed.counts,
    plan,
    requests: claimed.requests,
    run: claimed,
    startedAt: new Date(claimed.startedAt ?? now),
  }
}
