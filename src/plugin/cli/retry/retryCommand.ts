import type { Command } from '../Command.js'

import { getNames } from '../../../sync/operations/getNames.js'
import { retryRun } from '../../../sync/operations/runs/retryRun.js'
import { EXIT_CODES } from '../Command.js'
import { parseCommand } from '../parseCommand.js'
import { followRuns } from '../parts/followRuns.js'
import { formatRun } from '../parts/formatRun.js'
import { parseRunId } from '../parts/parseRunId.js'

const USAGE = 'retry <run> [--wait] [--json]'

/** `payload sync retry`: queues what an ended run left undone. */
export const retryCommand: Command = {
  description: 'Queues a failed, cancelled or partial run again, from where it stopped.',
  run: async ({ args, clock, openPayload, output, signal }) => {
    const { positionals, values } = parseCommand({
      args,
      maxPositionals: 1,
      options: { json: { type: 'boolean' }, wait: { type: 'boolean' } },
      usage: USAGE,
    })
    const { json: isJson = false, wait: canWait = false } = values
    const runId = parseRunId({ positionals, usage: USAGE })
    const hasBar = output.isTerminal && canWait
    const payload = await openPayload({ isJson, logLevel: hasBar ? 'warn' : 'info' })
    const run = await retryRun({ initiatedBy: null, payload, runId })
    if (canWait) {
      return await followRuns({ clock, isJson, output, payload, runIds: [run.id], signal })
    }
    output.write(`${isJson ? JSON.stringify(run) : formatRun({ names: getNames(payload), run })}\n`)
    return EXIT_CODES.success
  },
  usage: USAGE,
}
