import type { PayloadRequest } from 'payload'

import { and, eq, inArray } from '@payloadcms/db-postgres/drizzle'

import type { ConnectionName } from '../../store/connections/sealValues.js'

import { getSync } from '../../engine/Sync.js'
import { ACTIVE_STATUSES } from '../../run/RunStatus.js'
import { inTransaction } from '../../store/inTransaction.js'
import { sendToWorkers } from '../../store/locks/sendToWorkers.js'
import { readRuns } from '../../store/runs/read/readRuns.js'
import { closeRun } from '../../store/runs/write/closeRun.js'
import { requestCancel } from '../../store/runs/write/requestCancel.js'

type StopConnectionArgs = { req: PayloadRequest } & ConnectionName

/**
 * Cancels whatever waits or works with a connection, in the transaction of `req` where it has one.
 * What was committed stays.
 */
export const stopConnection = async ({
  connection,
  provider,
  req,
}: StopConnectionArgs): Promise<void> => {
  const { clock, database } = getSync(req.payload)
  const stop = async (within: PayloadRequest): Promise<void> => {
    const logs = database.table('syncLogs')
    const runs = await readRuns({
      database,
      req: within,
      where: and(
        eq(logs.provider!, provider),
        eq(logs.connection!, connection),
        inArray(logs.status!, [...ACTIVE_STATUSES]),
      ),
    })
    const now = clock.now()
    for (const run of runs) {
      const common = { database, now, req: within }
      const isClosed = await closeRun({
        ...common,
        error: null,
        from: 'queued',
        run,
        to: 'cancelled',
      })
      if (!isClosed) {
        await sendToWorkers({ database, message: String(run.id), req: within })
        await requestCancel({ ...common, runId: run.id })
      }
    }
  }
  await ((await req.transactionID) === undefined
    ? inTransaction({ database, work: stop })
    : stop(req))
}
