import type { Command } from '../Command.js'

import { getNames } from '../../../sync/operations/getNames.js'
import { cancelRun } from '../../../sync/operations/runs/cancelRun.js'
import { EXIT_CODES } from '../Command.js'
import { parseCommand } from '../parseCommand.js'
import { formatRun } from '../parts/formatRun.js'
import { parseRunId } from '../parts/parseRunId.js'

const USAGE = 'cancel <run> [--json]'

/** `payload sync cancel`: ends a run that waits or is at work. */
export const cancelCommand: Command = {
  description: 'Cancels a run. What it stored stays.',
  run: async ({ args, openPayload, output }) => {
    const { positionals, values } = parseCommand({
      args,
      maxPositionals: 1,
      options: { json: { type: 'boolean' } },
      usage: USAGE,
    })
    const runId = parseRunId({ positionals, usage: USAGE })
    const payload = await openPayload({ isJson: values.json })
    const run = await cancelRun({ payload, runId })
    if (values.json) {
      output.write(`${JSON.stringify(run)}\n`)
      return EXIT_CODES.success
    }
    output.write(
      run.status === 'running'
        ? `Run ${run.id} was told to stop; its worker ends it in a moment.\n`
        : `${formatRun({ names: getNames(payload), run })}\n`,
    )
    return EXIT_CODES.success
  },
  usage: USAGE,
}
