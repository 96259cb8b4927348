import type { Refusal } from '../../shared/errors/index.js'
import type { Command, CommandArgs, ExitCode } from './Command.js'
import type { RawOutput } from './toSafeOutput.js'

import { isRefusedError, isSyncError } from '../../shared/errors/index.js'
import { nameNearest } from '../options/findNearest.js'
import { cancelCommand } from './cancel/cancelCommand.js'
import { EXIT_CODES } from './Command.js'
import { discoverCommand } from './discover/discoverCommand.js'
import { doctorCommand } from './doctor/doctorCommand.js'
import { exportCommand } from './export/exportCommand.js'
import { importCommand } from './import/importCommand.js'
import { issuesCommand } from './issues/issuesCommand.js'
import { pruneCommand } from './prune/pruneCommand.js'
import { rebuildCommand } from './rebuild/rebuildCommand.js'
import { reportCommand } from './report/reportCommand.js'
import { resetCommand } from './reset/resetCommand.js'
import { retryCommand } from './retry/retryCommand.js'
import { rotateKeysCommand } from './rotate/rotateKeysCommand.js'
import { runCommand } from './run/runCommand.js'
import { statusCommand } from './status/statusCommand.js'
import { toSafeOutput } from './toSafeOutput.js'
import { uninstallCommand } from './uninstall/uninstallCommand.js'
import { workCommand } from './work/workCommand.js'

const COMMANDS = new Map<string, Command>([
  ['cancel', cancelCommand],
  ['discover', discoverCommand],
  ['doctor', doctorCommand],
  ['export', exportCommand],
  ['import', importCommand],
  ['issues', issuesCommand],
  ['prune', pruneCommand],
  ['rebuild', rebuildCommand],
  ['report', reportCommand],
  ['reset', resetCommand],
  ['retry', retryCommand],
  ['rotate-keys', rotateKeysCommand],
  ['run', runCommand],
  ['status', statusCommand],
  ['uninstall', uninstallCommand],
  ['work', workCommand],
])

/** A name nobody knows is a wrong call; the rest was asked rightly and cannot be done now. */
const REFUSAL_CODES: Readonly<Record<Refusal, ExitCode>> = {
  CHANGED_SINCE: EXIT_CODES.failed,
  CHOSEN_IN_CONFIG: EXIT_CODES.failed,
  DELETED_HERE: EXIT_CODES.failed,
  DRAFT_IN_WORK: EXIT_CODES.failed,
  IMPORT_UNAVAILABLE: EXIT_CODES.wrongUsage,
  MODE_UNAVAILABLE: EXIT_CODES.wrongUsage,
  NO_DEFAULT: EXIT_CODES.failed,
  NOT_ALLOWED: EXIT_CODES.failed,
  NOTHING_TO_RETRY: EXIT_CODES.failed,
  PROVIDER_NOT_CONFIGURED: EXIT_CODES.failed,
  REFRESH_UNAVAILABLE: EXIT_CODES.wrongUsage,
  RUN_ENDED: EXIT_CODES.failed,
  UNKNOWN_CHANNEL: EXIT_CODES.wrongUsage,
  UNKNOWN_CHOICE: EXIT_CODES.wrongUsage,
  UNKNOWN_COLLECTION: EXIT_CODES.wrongUsage,
  UNKNOWN_CONNECTION: EXIT_CODES.wrongUsage,
  UNKNOWN_FIELD: EXIT_CODES.wrongUsage,
  UNKNOWN_FILE: EXIT_CODES.wrongUsage,
  UNKNOWN_ISSUE: EXIT_CODES.wrongUsage,
  UNKNOWN_PROVIDER: EXIT_CODES.wrongUsage,
  UNKNOWN_RECORD: EXIT_CODES.failed,
  UNKNOWN_RESOURCE: EXIT_CODES.wrongUsage,
  UNKNOWN_RUN: EXIT_CODES.wrongUsage,
  UNKNOWN_SCHEDULE: EXIT_CODES.wrongUsage,
}

const HELP_WORDS = ['help', '--help', '-h']

const USAGE = [
  'Usage: payload sync <command>',
  ...[...COMMANDS.values()].map((command) => `  ${command.usage}\n      ${command.description}`),
  '',
  'Ends with 0 for success, 1 for a failure, 2 for a wrong call, 3 when a sync was partial.',
  '',
].join('\n')

type RunCliArgs = { output: RawOutput } & Omit<CommandArgs, 'output'>

/** Does one `payload sync` command and returns the exit code. */
export const runCli = async ({
  args: [name, ...args],
  output: rawOutput,
  ...others
}: RunCliArgs): Promise<ExitCode> => {
  const output = toSafeOutput(rawOutput)
  if (name === undefined) {
    output.writeError(USAGE)
    return EXIT_CODES.wrongUsage
  }
  if (HELP_WORDS.includes(name)) {
    output.write(USAGE)
    return EXIT_CODES.success
  }
  const command = COMMANDS.get(name)
  if (!command) {
    const nearest = nameNearest({ name, known: [...COMMANDS.keys()] })
    output.writeError(
      `There is no command "${name}"; ${nearest}. "payload sync help" tells of all of them.\n`,
    )
    return EXIT_CODES.wrongUsage
  }
  if (args.some((word) => word === '--help' || word === '-h')) {
    output.write(`Usage: payload sync ${command.usage}\n${command.description}\n`)
    return EXIT_CODES.success
  }
  try {
    return await command.run({ ...others, args, output })
  } catch (error) {
    if (isSyncError(error, 'COMMAND_INVALID')) {
      output.writeError(`${error.message}\n`)
      return EXIT_CODES.wrongUsage
    }
    if (isRefusedError(error)) {
      output.writeError(`${error.message}\n`)
      return REFUSAL_CODES[error.code]
    }
    // What a provider or a file answered: its words say it, and where in the code does not help.
    if (isSyncError(error)) {
      output.writeError(`${error.message}\n`)
      return EXIT_CODES.failed
    }
    throw error
  }
}
