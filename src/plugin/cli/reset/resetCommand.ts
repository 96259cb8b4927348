import type { Command } from '../Command.js'

import { resetProvider } from '../../../sync/operations/providers/resetProvider.js'
import { EXIT_CODES } from '../Command.js'
import { CommandError } from '../CommandError.js'
import { parseCommand } from '../parseCommand.js'

const USAGE = 'reset <provider> [--json]'

/** `payload sync reset`: lets a provider be asked again that is held back. */
export const resetCommand: Command = {
  description: 'Forgets quota, refusals and failures of a provider, so that it is asked again.',
  run: async ({ args, openPayload, output }) => {
    const { positionals, values } = parseCommand({
      args,
      maxPositionals: 1,
      options: { json: { type: 'boolean' } },
      usage: USAGE,
    })
    const [provider] = positionals
    if (!provider) {
      throw new CommandError(`Name a provider.\nUsage: payload sync ${USAGE}`)
    }
    const payload = await openPayload({ isJson: values.json })
    const reset = await resetProvider({ by: 'cli', payload, provider })
    output.write(
      values.json
        ? `${JSON.stringify(reset)}\n`
        : `${provider} is asked again: ${reset.breakers} pauses and ${reset.quotas} budgets are ` +
            `forgotten, ${reset.runs} runs start now.\n`,
    )
    return EXIT_CODES.success
  },
  usage: USAGE,
}
