import { eq } from '@payloadcms/db-postgres/drizzle'

import type { Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'
import type { Checkpoint, Plan } from '../Checkpoint.js'

import { toMoment } from '../../toMoment.js'
import { readWork } from '../readWork.js'

type FindRunDetailsArgs = { database: Database; runId: Run['id'] }

/** What a run's row keeps for the workers, and for a person who wants to know exactly. */
export type RunDetails = {
  cancelRequestedAt: null | string
  checkpoint: Checkpoint | null
  /** How many workers died with it since it last got on. */
  crashes: number
  /** The scopes it reads; `null` until they were listed. */
  plan: null | Plan
  /** Since when it waits, or waited last. */
  queuedAt: null | string
  /** How often it was tried again since it last got on. */
  retries: number
}

/** What is kept beside a run that is there. */
export const findRunDetails = async ({
  database,
  runId,
}: FindRunDetailsArgs): Promise<RunDetails> => {
  const logs = database.table('syncLogs')
  const session = await database.session()
  const [row] = await session
    .select({
      cancelRequestedAt: logs.cancelRequestedAt!,
      checkpoint: logs.checkpoint!,
      crashes: logs.crashes!,
      plan: logs.plan!,
      queuedAt: logs.queuedAt!,
      retries: logs.retries!,
    })
    .from(logs)
    .where(eq(logs.id!, runId))
  return {
    ...readWork({ checkpoint: row?.checkpoint, plan: row?.plan }),
    cancelRequestedAt: toMoment(row?.cancelRequestedAt),
    crashes: Number(row?.crashes ?? 0),
    queuedAt: toMoment(row?.queuedAt),
    retries: Number(row?.retries ?? 0),
  }
}
