import type { Counts, Initiator, Run, Trigger } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { DECIDE_MODE, DEFAULT_PRIORITY } from '../../../run/Run.js'
import { toInitiatorFields } from '../initiator.js'
import { asRun } from '../toRun.js'

type NoteDecisionsArgs = {
  /** That the records came with. */
  connection: string
  database: Database
  initiatedBy: Initiator | null
  /** What was decided, for people. */
  label: string
  now: Date
  provider: string
  resource: string
  trigger: Trigger
}

/**
 * Notes that a person decides conflicts of many records: a run that reads nothing and that no worker
 * takes. It has ended from the beginning, so that one whose process dies is as true as any other: its
 * counts say what was decided.
 */
export const noteDecisions = async ({
  connection,
  database,
  initiatedBy,
  label,
  now,
  provider,
  resource,
  trigger,
}: NoteDecisionsArgs): Promise<Run> => {
  const { payload } = database
  const at = now.toISOString()
  return asRun({
    document: await payload.create({
      collection: database.slugs.syncLogs,
      data: {
        ...toInitiatorFields({ initiator: initiatedBy, payload }),
        connection,
        finishedAt: at,
        lane: 'bulk',
        mode: DECIDE_MODE,
        priority: DEFAULT_PRIORITY,
        progress: { label },
        provider,
        resource,
        startedAt: at,
        status: 'completed',
        trigger,
      },
      depth: 0,
    }),
    payload,
  })
}

type AddDecisionsArgs = {
  counts: Counts
  database: Database
  error: Run['error']
  now: Date
  runId: Run['id']
}

/** Says what more was decided. What could not be makes it `partial`. */
export const addDecisions = async ({
  counts,
  database,
  error,
  now,
  runId,
}: AddDecisionsArgs): Promise<void> => {
  await database.payload.update({
    id: runId,
    collection: database.slugs.syncLogs,
    data: {
      counts,
      finishedAt: now.toISOString(),
      ...(error && { error, status: 'partial' }),
    },
    depth: 0,
  })
}
