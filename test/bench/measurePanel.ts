import { getHistory } from '../../src/sync/operations/getHistory.js'
import { getRunReport } from '../../src/sync/operations/getRunReport.js'
import { getStatus } from '../../src/sync/operations/getStatus.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { defineTestProvider } from '../sync/defineTestProvider.js'
import { openTestProject } from '../sync/openTestProject.js'
import { fillTables } from './fillTables.js'

const RECORDS = 100_000
const RUNS = 10_000
const ROUNDS = 50
/** Prepares statements and warms caches; not counted. */
const WARM_UP = 5

/** What the panel reads on the server, after months of work. */
export const measurePanel = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  const payload = await openTestProject({
    databaseUrl,
    onLog: () => undefined,
    options: { providers: [defineTestProvider({ baseUrl: 'http://127.0.0.1' })] },
  })
  await fillTables({ pool: getAdapter(payload).pool, records: RECORDS, runs: RUNS })

  console.log(`The panel with ${RECORDS} records and ${RUNS} runs stored, ${ROUNDS} times each:`)
  await measure({ read: () => getStatus({ payload }), title: 'sync view' })
  await measure({
    read: () => getHistory({ payload, window: '30d' }),
    title: 'history of 30 days',
  })
  await measure({ read: () => getRunReport({ payload, runId: 1 }), title: 'page of a run' })
  await payload.destroy()
}

type MeasureArgs = { read: () => Promise<unknown>; title: string }

const measure = async ({ read, title }: MeasureArgs): Promise<void> => {
  const times: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const begun = performance.now()
    await read()
    times.push(performance.now() - begun)
  }
  const sorted = times.slice(WARM_UP).sort((a, b) => a - b)
  const at = (share: number): string => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(0)
  console.log(`  ${title.padEnd(20)} median ${at(0.5)} ms, p95 ${at(0.95)} ms`)
}
