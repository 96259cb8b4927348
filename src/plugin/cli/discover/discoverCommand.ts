import type { Command } from '../Command.js'

import { discoverChoices } from '../../../sync/operations/discover/discoverChoices.js'
import { EXIT_CODES } from '../Command.js'
import { CommandError } from '../CommandError.js'
import { parseCommand } from '../parseCommand.js'

const USAGE = 'discover <provider> <what> [search] [--json]'

/** Ids in the line for the config: one that holds a hundred would be no proposal. */
const MOST_PROPOSED = 5

/** `payload sync discover`: what there is to choose from, with the ids that the config wants. */
export const discoverCommand: Command = {
  description: 'Lists what a provider has to choose from, with the ids for the config',
  run: async ({ args, openPayload, output, signal }) => {
    const { positionals, values } = parseCommand({
      args,
      maxPositionals: 20,
      options: { json: { type: 'boolean' } },
      usage: USAGE,
    })
    const [provider, what, ...words] = positionals
    if (provider === undefined || what === undefined) {
      throw new CommandError(
        `Name a provider and what to look for in it.\nUsage: payload sync ${USAGE}`,
      )
    }
    const payload = await openPayload({ isJson: values.json })
    const search = words.join(' ')
    const { choices, toConfig, total } = await discoverChoices({
      payload,
      provider,
      search,
      signal,
      what,
    })
    if (values.json) {
      output.write(`${JSON.stringify(choices)}\n`)
      return EXIT_CODES.success
    }
    if (choices.length === 0) {
      output.writeError(`None of ${total} ${what} has "${search}" in it. Try fewer letters.\n`)
      return EXIT_CODES.failed
    }
    const width = Math.max(...choices.map(({ value }) => String(value).length))
    const groupWidth = Math.max(...choices.map(({ group = '' }) => group.length))
    for (const { group = '', label, value } of choices) {
      output.write(
        `${String(value).padStart(width)}  ${groupWidth > 0 ? `${group.padEnd(groupWidth)}  ` : ''}${label}\n`,
      )
    }
    const isFew = choices.length <= MOST_PROPOSED
    output.writeError(
      isFew
        ? `\nTo sync ${choices.length === 1 ? 'it' : 'these'}, write ${toConfig(choices.map(({ value }) => value))} into the config.\n`
        : `\n${choices.length} of ${total}. To see fewer: payload sync discover ${provider} ${what} <search>\n`,
    )
    return EXIT_CODES.success
  },
  usage: USAGE,
}
