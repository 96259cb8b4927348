import type { Payload } from 'payload'

import type { Command, ExitCode, Output } from './Command.js'

import { RefusedError } from '../../shared/errors/index.js'
import { EXIT_CODES } from './Command.js'
import { CommandError } from './CommandError.js'
import { runCommand } from './runCommand.js'
import { statusCommand } from './statusCommand.js'

const COMMANDS = new Map<string, Command>([
  ['run', runCommand],
  ['status', statusCommand],
])

type RunCliArgs = {
  /** What stands behind `payload sync`. */
  args: string[]
  /** Opened only for a command that is known. */
  getPayload: () => Promise<Payload>
  output: Output
  signal: AbortSignal
}

const usage = (): string =>
  [
    'Usage: payload sync <command>',
    ...[...COMMANDS.values()].map((command) => `  ${command.usage}\n      ${command.description}`),
    '',
  ].join('\n')

/** Does one `payload sync` command and returns the exit code. */
export const runCli = async ({
  args: [name, ...args],
  getPayload,
  output,
  signal,
}: RunCliArgs): Promise<ExitCode> => {
  if (name === undefined || name === 'help' || name === '--help') {
    output.write(usage())
    return name === undefined ? EXIT_CODES.wrongUsage : EXIT_CODES.success
  }
  const command = COMMANDS.get(name)
  if (!command) {
    output.write(`There is no command "${name}".\n${usage()}`)
    return EXIT_CODES.wrongUsage
  }
  try {
    return await command.run({ args, output, payload: await getPayload(), signal })
  } catch (error) {
    if (error instanceof CommandError || error instanceof RefusedError) {
      output.write(`${error.message}\n`)
      return EXIT_CODES.wrongUsage
    }
    throw error
  }
}
