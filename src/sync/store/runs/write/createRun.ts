import type { PayloadRequest } from 'payload'

import type { Run, Slot } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { DEFAULT_CONNECTION } from '../../../../sdk/connections/Connection.js'
import { toInitiatorFields } from '../initiator.js'
import { asRun } from '../toRun.js'

type CreateRunArgs = {
  database: Database
  now: Date
  req: PayloadRequest
  run: Pick<
    Run,
    | 'connection'
    | 'initiatedBy'
    | 'lane'
    | 'mode'
    | 'priority'
    | 'provider'
    | 'resource'
    | 'trigger'
  >
  slot?: Slot
}

/** Writes a queued run, in the transaction that also queues its task. */
export const createRun = async ({ database, now, req, run, slot }: CreateRunArgs): Promise<Run> => {
  const { payload } = database
  return asRun({
    document: await payload.create({
      collection: database.slugs.syncLogs,
      data: {
        ...run,
        ...toInitiatorFields({ initiator: run.initiatedBy, payload }),
        queuedAt: now.toISOString(),
        status: 'queued',
        ...(slot && { scheduled: slot, slot: toSlotKey({ run, slot }) }),
      },
      depth: 0,
      req,
    }),
    payload,
  })
}

type ToSlotKeyArgs = { run: Pick<Run, 'connection' | 'resource'>; slot: Slot }

/**
 * Unique in the table, so that no slot makes two runs of a resource and connection, whoever sees it.
 */
const toSlotKey = ({
  run: { connection, resource },
  slot: { at, schedule },
}: ToSlotKeyArgs): string =>
  [schedule, at, resource, ...(connection === DEFAULT_CONNECTION ? [] : [connection])].join('/')
