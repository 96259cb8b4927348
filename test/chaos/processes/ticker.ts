// A process that ticks when it is told what time it is.
import type { TickResult } from '../../../src/sync/scheduler/TickResult.js'
import type { ChaosProject } from '../project/ChaosProject.js'

import { tick } from '../../../src/sync/operations/schedules/tick.js'
import { openTestProject } from '../../project/openTestProject.js'
import { toPluginOptions } from '../project/ChaosProject.js'

/** The time it is, as ISO 8601. */
export type TickOrder = { at: string }

/** What came of the look; the first one has no order and says that the process is ready. */
export type TickReport = { at: null | string; error?: string } & { runs?: number } & Partial<
    Pick<TickResult, 'failed' | 'quiet' | 'skipped'>
  >

const project = JSON.parse(process.argv[2] ?? '') as ChaosProject
let now = new Date(0)

// Whoever started us holds the other end; a process of a test that died must not stay.
process.once('disconnect', () => process.exit(1))

const payload = await openTestProject({
  databaseUrl: project.databaseUrl,
  isNew: false,
  onLog: (line) => process.stdout.write(line),
  options: { ...toPluginOptions(project), clock: { now: () => now } },
})

const report = (message: TickReport): void => {
  process.send?.(message)
}

const look = async (at: string): Promise<void> => {
  now = new Date(at)
  try {
    const { failed, quiet, runs, skipped } = await tick({ payload })
    report({ at, failed, quiet, runs: runs.length, skipped })
  } catch (error) {
    report({ at, error: String(error) })
  }
}

process.on('message', ({ at }: TickOrder) => void look(at))
report({ at: null })
