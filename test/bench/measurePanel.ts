import { getMetrics } from '../../src/sync/operations/metrics/getMetrics.js'
import { getHistory } from '../../src/sync/operations/runs/getHistory.js'
import { getRunReport } from '../../src/sync/operations/runs/getRunReport.js'
import { getCollectionMarks } from '../../src/sync/operations/status/getCollectionMarks.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { defineTestProvider } from '../project/defineTestProvider.js'
import { openTestProject } from '../project/openTestProject.js'
import { fillTables, MONTHS_OF_WORK } from './fillTables.js'
import { measureReads } from './measureReads.js'

const ACTIVE_RUNS = 10

/** What the operations behind the panel take, after months of work. */
export const measurePanel = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  const payload = await openTestProject({
    databaseUrl,
    onLog: () => undefined,
    options: { providers: [defineTestProvider({ baseUrl: 'http://127.0.0.1' })] },
  })
  await fillTables({ pool: getAdapter(payload).pool, ...MONTHS_OF_WORK })

  console.log(
    `The panel with ${MONTHS_OF_WORK.records} records and ${MONTHS_OF_WORK.runs} runs stored:`,
  )
  await measureReads({ read: () => getStatus({ payload }), title: 'sync view' })
  await measureReads({
    read: () => getHistory({ payload, period: '30d' }),
    title: 'history of 30 days',
  })
  await measureReads({ read: () => getRunReport({ payload, runId: 1 }), title: 'page of a run' })
  await measureReads({
    read: () => getCollectionMarks({ collection: 'matches', payload }),
    title: 'marks above a list',
  })
  const { pool } = getAdapter(payload)
  await pool.query(`update sync_logs set status = 'running', finished_at = null where id <= $1`, [
    ACTIVE_RUNS,
  ])
  await measureReads({
    read: () => getMetrics({ payload }),
    title: `scrape, ${ACTIVE_RUNS} runs at work`,
  })
  await payload.destroy()
}
