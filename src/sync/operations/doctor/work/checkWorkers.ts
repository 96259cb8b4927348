import type { Check, Finding } from '../Check.js'

import { countWaiting } from '../../../store/health/countWaiting.js'
import { ok, problem } from '../Check.js'
import { toWorkerTimeouts } from '../toWorkerTimeouts.js'

/** Whether somebody works on what is queued. Seen by what happens to runs. */
export const checkWorkers: Check = {
  name: 'workers',
  look: async ({ clock, database, stallLimitMs }) => {
    const lanes = await countWaiting({
      database,
      now: clock.now(),
      ...toWorkerTimeouts({ stallLimitMs }),
    })
    const findings = lanes.flatMap(({ lane, overdue, running, silent }): Finding[] => [
      ...(silent > 0
        ? [
            problem({
              advice: 'Start a worker; it takes them over: "payload sync work".',
              message: `${toRuns(silent)} in the queue ${lane}: running, but their worker is silent, and no other took over.`,
            }),
          ]
        : []),
      ...(overdue > 0 && running === 0
        ? [
            problem({
              advice: `Start a worker: "payload sync work", or worker.enabled in syncPlugin().`,
              message: `${toRuns(overdue)} in the queue ${lane}: waiting for over a minute while nothing runs, so there is no worker for it.`,
            }),
          ]
        : []),
    ])
    const running = lanes.reduce((sum, lane) => sum + lane.running, 0)
    return findings.length > 0
      ? findings
      : [ok(running > 0 ? `${toRuns(running)} at work.` : 'Nothing waits for a worker.')]
  },
  needs: ['database', 'tables'],
}

const toRuns = (count: number): string => (count === 1 ? '1 run' : `${count} runs`)
