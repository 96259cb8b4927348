import type { ChaosProject } from '../chaos/project/ChaosProject.js'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { startWorkerProcess } from '../chaos/processes/startWorkerProcess.js'
import { toPluginOptions } from '../chaos/project/ChaosProject.js'
import { startProvider } from '../chaos/project/startProvider.js'
import { toGames } from '../chaos/project/toGames.js'
import { openTestProject } from '../project/openTestProject.js'
import { waitFor } from '../project/waitFor.js'

const RUNS = 50
/** Prepares statements and warms caches; not counted. */
const WARM_UP = 5

/** From asking for a run to a worker of another process being at it, when that one is idle. */
export const measureLatency = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  const provider = await startProvider({ pageSize: 10, records: toGames({ count: 1, score: 0 }) })
  const project: ChaosProject = {
    databaseUrl,
    options: {},
    providers: ['test'],
    providerUrl: provider.baseUrl,
  }
  const payload = await openTestProject({
    databaseUrl,
    onLog: () => undefined,
    options: toPluginOptions(project),
  })
  const worker = startWorkerProcess(project)
  await worker.ready

  const latencies: number[] = []
  for (let index = 0; index < WARM_UP + RUNS; index += 1) {
    const askedAt = Date.now()
    const [queued] = await startRun({
      initiatedBy: null,
      mode: 'full',
      payload,
      provider: 'test',
      resource: 'games',
      trigger: 'api',
    })
    const run = await waitFor({
      event: 'the run to end',
      look: async () => {
        const found = await getRun({ payload, runId: queued!.id })
        return found.finishedAt !== null && found
      },
    })
    // Both processes read the clock of one machine.
    latencies.push(Date.parse(run.startedAt!) - askedAt)
  }
  worker.kill('SIGTERM')
  await worker.exited
  await provider.close()

  const sorted = latencies.slice(WARM_UP).sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)]!
  console.log(
    `Trigger to start on an idle worker, ${RUNS} runs: median ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  )
}
