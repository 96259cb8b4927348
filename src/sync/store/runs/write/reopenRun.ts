import type { PayloadRequest } from 'payload'

import { eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'
import type { Checkpoint, Plan } from '../Checkpoint.js'

import { assertMove, isRetryable } from '../../../run/RunStatus.js'
import { packJson } from '../../packJson.js'
import { toInitiatorFields } from '../initiator.js'
import { readWork } from '../readWork.js'

type ReopenRunArgs = {
  database: Database
  initiatedBy: Run['initiatedBy']
  now: Date
  req: PayloadRequest
  runId: Run['id']
}

/**
 * Makes an ended run a queued one with the rest of its work. `false` when nothing is left of it: it
 * was complete, or what it could not store were records, not scopes.
 */
export const reopenRun = async ({
  database,
  initiatedBy,
  now,
  req,
  runId,
}: ReopenRunArgs): Promise<boolean> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const [row] = await session
    .select({ checkpoint: logs.checkpoint!, plan: logs.plan!, status: logs.status! })
    .from(logs)
    .where(eq(logs.id!, runId))
    .for('update')
  if (!row || !isRetryable(row.status)) {
    return false
  }
  const { checkpoint, plan } = readWork({ checkpoint: row.checkpoint, plan: row.plan })
  const rest = plan && checkpoint && toRest({ checkpoint, plan })
  if (row.status === 'partial' && rest?.plan.length === 0) {
    return false
  }
  const { to } = assertMove({ from: row.status, to: 'queued' })
  const asked = toInitiatorFields({ initiator: initiatedBy, payload: database.payload })
  await session
    .update(logs)
    .set({
      ...(rest && { checkpoint: packJson(rest.checkpoint), plan: packJson(rest.plan) }),
      cancelRequestedAt: null,
      crashes: 0,
      error_code: null,
      error_message: null,
      finishedAt: null,
      initiatedBy: asked.initiatedBy,
      initiator_collection: asked.initiator.collection,
      initiator_user: asked.initiator.user,
      queuedAt: now.toISOString(),
      retries: 0,
      retryAt: null,
      status: to,
      trigger: 'retry',
      unknownSince: null,
      updatedAt: now.toISOString(),
    })
    .where(eq(logs.id!, runId))
  return true
}

type Work = { checkpoint: Checkpoint; plan: Plan }

/** What was not read yet, and after it what could not be read. */
const toRest = ({ checkpoint, plan }: Work): Work => {
  const failed = new Set(checkpoint.failedScopes.map(({ key }) => key))
  if (failed.size === 0 && checkpoint.scope < plan.length) {
    return { checkpoint, plan }
  }
  const isDone = (index: number): boolean => index < checkpoint.scope
  return {
    checkpoint: { ...checkpoint, failedScopes: [], scope: 0, warnings: [] },
    plan: [
      ...plan.filter((_, index) => !isDone(index)),
      ...plan.filter(({ key }, index) => isDone(index) && failed.has(key)),
    ],
  }
}
