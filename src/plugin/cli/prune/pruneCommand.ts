import type { Command } from '../Command.js'

import { pruneSync } from '../../../sync/operations/retention/pruneSync.js'
import { EXIT_CODES } from '../Command.js'
import { parseCommand } from '../parseCommand.js'

const USAGE = 'prune [--dry-run] [--json]'

/** `payload sync prune`: deletes what is over, as processes with workers do every hour. */
export const pruneCommand: Command = {
  description: 'Deletes what is over for longer than the option retention says.',
  run: async ({ args, openPayload, output, signal }) => {
    const { values } = parseCommand({
      args,
      maxPositionals: 0,
      options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
      usage: USAGE,
    })
    const isDryRun = values['dry-run'] === true
    const payload = await openPayload({ isJson: values.json })
    const pruned = await pruneSync({ isDryRun, payload, signal })
    if (values.json) {
      output.write(`${JSON.stringify({ isDryRun, pruned })}\n`)
    } else {
      const parts = Object.entries(pruned).map(([kind, count]) => `${count} ${kind}`)
      output.write(
        `${parts.join(', ') || 'nothing'} ${isDryRun ? 'would be deleted' : 'deleted'}.\n`,
      )
    }
    return EXIT_CODES.success
  },
  usage: USAGE,
}
