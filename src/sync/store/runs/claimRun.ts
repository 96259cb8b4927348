import { and, eq, inArray, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { Checkpoint, Plan } from './Checkpoint.js'
import type { RunState } from './RunState.js'

import { INITIAL_CHECKPOINT } from './Checkpoint.js'
import { asRun } from './toRun.js'

type ClaimRunArgs = { database: Database; now: Date; runId: number | string }

/**
 * Takes a queued run for this worker, or one that another worker left `running` when it died, and
 * starts a new attempt at it. `null` when there is nothing left to do: the run has ended or is
 * gone. From here on no earlier attempt can commit.
 */
export const claimRun = async ({
  database,
  now,
  runId,
}: ClaimRunArgs): Promise<null | RunState> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const claimed = await session
    .update(logs)
    .set({
      attempt: sql`coalesce(${logs.attempt}, 0) + 1`,
      startedAt: sql`coalesce(${logs.startedAt}, ${now.toISOString()}::timestamptz)`,
      status: 'running',
      updatedAt: now.toISOString(),
    })
    .where(and(eq(logs.id!, runId), inArray(logs.status!, ['queued', 'running'])))
    .returning({ id: logs.id! })
  if (claimed.length === 0) {
    return null
  }

  const document = await database.payload.findByID({
    id: runId,
    collection: database.slugs.syncLogs,
    depth: 0,
    showHiddenFields: true,
  })
  const run = asRun(document)
  return {
    attempt: run.attempt,
    batches: Number(document.batches ?? 0),
    checkpoint: (document.checkpoint as Checkpoint | null) ?? INITIAL_CHECKPOINT,
    counts: run.counts,
    plan: (document.plan as null | Plan) ?? null,
    requests: run.requests,
    run,
    startedAt: new Date(run.startedAt ?? now),
  }
}
